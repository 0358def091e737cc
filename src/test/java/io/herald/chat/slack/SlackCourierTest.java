package io.herald.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.herald.chat.Card;
import io.herald.chat.Choice;
import io.herald.chat.Courier.ChannelFacts;
import io.herald.chat.Courier.Group;
import io.herald.chat.Courier.Sent;
import io.herald.chat.Intent;
import io.herald.chat.Part;
import io.herald.chat.PlatformFailure;
import io.herald.chat.PlatformFailure.Kind;
import io.herald.chat.Reply;
import io.herald.members.Account;
import io.herald.members.AccountFacts;
import io.herald.members.Platform;
import io.herald.sandbox.Call;
import io.herald.sandbox.Fault;
import io.herald.sandbox.Message;
import io.herald.sandbox.Setup;
import io.herald.sandbox.SlackDouble;
import io.herald.sandbox.Token;
import io.herald.words.Text;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackCourierTest {
  private static final Card CARD =
      new Card(
          "A post",
          List.of(
              new Part.Heading("A post"),
              new Part.Choices(List.of(Choice.of("More…", new Intent.More(1))))));

  private SlackDouble slack;
  private SlackClient client;
  private SlackConnection connection;
  private SlackCourier courier;

  @BeforeEach
  void start() {
    slack = SlackDouble.start(Setup.with(Clock.systemUTC(), new Random(7)));
    slack.addPerson("U0ANN", "Ann Author");
    slack.put(slack.addChannel("C0NEWS", "news", "U0ANN").joinedBy("U0HERALD"));
    client =
        new SlackClient(
            slack.botToken(), slack.apiUrl(), SlackClient.http(Duration.ofMillis(1_500)));
    connection = new SlackConnection(client);
    courier = new SlackCourier(client, connection, new SlackHosts(slack.apiUrl()));
    connection.start();
    Awaitility.await().until(() -> connection.workspace().isPresent());
  }

  @AfterEach
  void stop() {
    connection.close();
    client.close();
    slack.close();
  }

  @Test
  void the_token_tells_which_workspace_herald_serves() {
    assertThat(connection.workspace())
        .contains(new SlackWorkspace("T0ACME", "A0HERALD", "U0HERALD", "https://acme.slack.com/"));
    assertThat(courier.workspace()).isEqualTo("T0ACME");
    assertThat(courier.platform()).isEqualTo(Platform.SLACK);
  }

  @Test
  void a_card_is_sent_with_its_mark_and_without_previews() {
    Sent sent = courier.send("C0NEWS", null, CARD, 42);
    Sent reply = courier.send("C0NEWS", sent.message(), CARD, 43);

    Call call = slack.ledger().calls("chat.postMessage").get(0);
    assertThat(call.deliveryId()).contains("42");
    for (String off : List.of("unfurl_links", "unfurl_media", "link_names")) {
      assertThat(call.arg(off)).isEqualTo("false");
    }
    assertThat(call.arg("parse")).isEqualTo("none");
    assertThat(call.arg("text")).isEqualTo("A post");
    assertThat(slack.message("C0NEWS", sent.message())).isPresent();
    assertThat(slack.ledger().calls("chat.postMessage").get(1).arg("thread_ts"))
        .isEqualTo(sent.message());
    assertThat(reply.message()).isNotEqualTo(sent.message());
  }

  @Test
  void a_card_for_a_person_tells_in_which_conversation_it_lies() {
    assertThat(courier.send("U0ANN", null, CARD, 1).channel()).isEqualTo("D0ANN");
  }

  @Test
  void a_card_drawn_anew_loses_its_buttons_and_keeps_its_mark() {
    Sent sent = courier.send("C0NEWS", null, CARD, 42);
    courier.update(sent, new Card("Withdrawn", List.of(new Part.Lead(Text.of("Withdrawn")))));

    Message message = slack.message("C0NEWS", sent.message()).orElseThrow();
    assertThat(message.json().toString())
        .contains("Withdrawn")
        .doesNotContain("button")
        .contains("\"delivery_id\":\"42\"");
  }

  @Test
  void a_card_without_parts_still_takes_the_old_ones_away() {
    Sent sent = courier.send("C0NEWS", null, CARD, 42);
    courier.update(sent, new Card("Gone", List.of()));

    JsonNode blocks = slack.message("C0NEWS", sent.message()).orElseThrow().json().get("blocks");
    assertThat(blocks).isEmpty();
  }

  @Test
  void somebodys_words_ping_nobody() {
    String words = "<!channel> <@U0ANN> @channel #news https://example.com";
    courier.send(
        "C0NEWS",
        null,
        new Card(
            words,
            List.of(
                new Part.Heading(words),
                new Part.Lead(Text.of(words)),
                new Part.Body(words),
                new Part.Footnote(Text.strong(words)))),
        1);
    courier.whisper("C0NEWS", "U0ANN", Text.of(words));

    assertThat(slack.ledger().pings()).isEmpty();
  }

  /** slackapi/slack-api-specs 10: a client that repeats a call by itself makes two messages. */
  @Test
  void a_message_whose_answer_is_lost_is_sent_once_and_known_to_be_in_doubt() {
    slack.grant("im:history");
    courier.send("U0ANN", null, CARD, 1);
    slack.faults().next("chat.postMessage", Fault.closedThoughDone());

    assertThat(failure(() -> courier.send("U0ANN", null, CARD, 2)).kind())
        .isEqualTo(Kind.AMBIGUOUS);
    assertThat(slack.ledger().attempts("chat.postMessage")).isEqualTo(2);
    assertThat(slack.ledger().duplicates()).isEmpty();
    assertThat(courier.find("D0ANN", 2, Instant.now())).isPresent();
  }

  @Test
  void a_message_that_gets_no_answer_in_time_is_in_doubt() {
    slack.faults().next("chat.postMessage", Fault.hangs());

    assertThat(failure(() -> courier.send("C0NEWS", null, CARD, 2)).kind())
        .isEqualTo(Kind.AMBIGUOUS);
    assertThat(slack.ledger().attempts("chat.postMessage")).isEqualTo(1);
  }

  @Test
  void a_look_up_without_an_answer_is_never_in_doubt() {
    slack.faults().next("users.info", Fault.closed(), Fault.hangs(), Fault.status(502));

    for (int i = 0; i < 3; i++) {
      assertThat(failure(() -> courier.lookUp("U0ANN")).kind()).isEqualTo(Kind.UNAVAILABLE);
    }
  }

  @Test
  void a_slack_that_cannot_be_reached_has_taken_nothing() {
    String address = slack.apiUrl();
    slack.close();
    try (var away = new SlackClient("xoxb-a-b", address)) {
      var alone = new SlackCourier(away, connection, new SlackHosts(null));
      assertThat(failure(() -> alone.send("C0NEWS", null, CARD, 2)).kind())
          .isEqualTo(Kind.UNAVAILABLE);
    }
  }

  @Test
  void an_image_that_slack_cannot_fetch_has_a_kind_of_its_own() {
    var picture = new Part.Picture("https://broken.example.com/a.png", "A cat");
    var entry = new Part.Entry(Text.of("A post"), picture, List.of());
    for (Part part : List.of(picture, entry)) {
      var card = new Card("A post", List.of(new Part.Heading("A post"), part));
      assertThat(failure(() -> courier.send("C0NEWS", null, card, 2)).kind())
          .isEqualTo(Kind.BAD_IMAGE);
      assertThat(failure(() -> courier.publishHome("U0ANN", card)).kind())
          .isEqualTo(Kind.BAD_IMAGE);
      courier.send("C0NEWS", null, card.withoutPictures(), 2);
    }
  }

  @Test
  void a_home_is_published() {
    courier.publishHome("U0ANN", CARD);

    assertThat(slack.home("Ann Author").orElseThrow().json().toString()).contains("A post");
  }

  @Test
  void a_whisper_is_heard_by_one_person() {
    courier.whisper("C0NEWS", "U0ANN", Text.of("Only ").then(Text.strong("you")));

    assertThat(slack.ephemerals("Ann Author")).hasSize(1);
    assertThat(slack.messagesIn("news")).isEmpty();
    courier.whisper("U0ANN", "U0ANN", Text.of("Where no channel is known"));
    assertThat(slack.dm("Ann Author")).hasSize(1);
  }

  @Test
  void people_are_what_slack_says_they_are() {
    slack.put(slack.addPerson("U0GUEST", "Gus").asGuest());
    slack.put(slack.addPerson("U0GONE", "Gone").asGone());
    slack.put(slack.addPerson("U0FAR", "Far").of("T0OTHER"));
    slack.put(slack.addPerson("U0MAIL", "Mail").withUnconfirmedEmail().withZone("Asia/Tokyo"));

    AccountFacts ann = courier.lookUp("U0ANN");
    assertThat(ann)
        .isEqualTo(
            new AccountFacts(
                new Account(Platform.SLACK, "T0ACME", "U0ANN"),
                ann.name(),
                "ann@acme.example",
                AccountFacts.Kind.MEMBER,
                ZoneId.of("Europe/Berlin"),
                true));
    assertThat(ann.name()).isNotBlank();
    assertThat(courier.lookUp("U0GUEST").kind()).isEqualTo(AccountFacts.Kind.GUEST);
    assertThat(courier.lookUp("U0GONE").active()).isFalse();
    assertThat(courier.lookUp("U0FAR").kind()).isEqualTo(AccountFacts.Kind.FOREIGN);
    assertThat(courier.lookUp("U0HERALD").kind()).isEqualTo(AccountFacts.Kind.BOT);
    assertThat(courier.lookUp("U0MAIL").email()).isNull();
    assertThat(courier.lookUp("U0MAIL").zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    assertThat(failure(() -> courier.lookUp("U0NOBODY")).kind()).isEqualTo(Kind.GONE);
  }

  @Test
  void without_the_scope_an_address_is_not_known_and_nobody_is_found_by_one() {
    slack.accept(Token.of(slack.botToken(), List.of("chat:write", "users:read")));

    assertThat(courier.lookUp("U0ANN").email()).isNull();
    PlatformFailure failure = failure(() -> courier.findPerson("ann@acme.example"));
    assertThat(failure.kind()).isEqualTo(Kind.FORBIDDEN);
    assertThat(failure).hasMessageContaining("users:read.email");
  }

  @Test
  void the_channels_that_herald_is_in_and_the_user_groups_are_listed() {
    slack.putGroup("S0FAIR", "fair", "Fair team", "U0ANN");
    slack.addChannel("C0OTHERS", "others", "U0ANN");
    slack.addChannel("C0HERE", "here", slack.installation().botUser());
    assertThat(courier.channels()).extracting(ChannelFacts::id).contains("C0HERE");
    assertThat(courier.channels()).extracting(ChannelFacts::id).doesNotContain("C0OTHERS");
    assertThat(courier.groups()).containsExactly(new Group("S0FAIR", "@fair"));
  }

  @Test
  void somebody_is_found_by_address_and_a_group_by_id() {
    slack.putGroup("S0LEGAL", "legal", "Legal", "U0ANN");

    assertThat(courier.findPerson("ann@acme.example"))
        .contains(new Account(Platform.SLACK, "T0ACME", "U0ANN"));
    assertThat(courier.findPerson("nobody@acme.example")).isEmpty();
    assertThat(courier.groupMembers("S0LEGAL")).containsExactly("U0ANN");
    assertThat(failure(() -> courier.groupMembers("S0NONE")).kind()).isEqualTo(Kind.GONE);
  }

  @Test
  void a_channel_is_found_by_id_or_name_however_many_there_are() {
    IntStream.range(0, 1_200)
        .forEach(i -> slack.addChannel(String.format("C%05d", i), "channel-" + i));
    slack.put(slack.addChannel("C0ZSHARED", "zz-partners").asShared());

    assertThat(courier.channel("C0NEWS"))
        .contains(new ChannelFacts("C0NEWS", "news", false, false, true));
    assertThat(courier.channel("#news")).isEqualTo(courier.channel("C0NEWS"));
    assertThat(courier.channel("zz-partners"))
        .contains(new ChannelFacts("C0ZSHARED", "zz-partners", false, true, false));
    assertThat(courier.channel("no-such")).isEmpty();
    assertThat(courier.channel("C0NOSUCH")).isEmpty();
  }

  @Test
  void a_sending_is_found_by_its_mark_among_many_messages() {
    slack.grant("im:history");
    Instant since = Instant.now();
    Sent sent = courier.send("U0ANN", null, CARD, 77);
    IntStream.range(0, 130).forEach(i -> courier.send("U0ANN", null, CARD, 1_000 + i));

    assertThat(courier.find("D0ANN", 77, since)).contains(sent);
    assertThat(courier.find("D0ANN", 7, since)).isEmpty();
    assertThat(courier.find("D0ANN", 77, since.plusSeconds(60))).isEmpty();
  }

  @Test
  void where_herald_may_not_look_it_does_not_say_that_nothing_is_there() {
    assertThat(failure(() -> courier.find("U0ANN", 7, Instant.now())).kind())
        .isEqualTo(Kind.FORBIDDEN);
    courier.send("U0ANN", null, CARD, 7);
    slack.accept(Token.of(slack.botToken(), List.of("chat:write")));
    assertThat(failure(() -> courier.find("D0ANN", 7, Instant.now())).kind())
        .isEqualTo(Kind.FORBIDDEN);
  }

  @Test
  void what_the_token_may_not_read_is_not_asked_for_once_slack_has_named_what_it_may() {
    courier.send("U0ANN", null, CARD, 7);
    assertThat(failure(() -> courier.find("D0ANN", 7, Instant.now())).kind())
        .isEqualTo(Kind.FORBIDDEN);
    assertThat(courier.conversation("U0ANN")).isEmpty();
    assertThat(slack.ledger().attempts("conversations.history")).isZero();
    assertThat(slack.ledger().attempts("conversations.open")).isZero();

    slack.grant("im:history");
    courier.send("U0ANN", null, CARD, 8);
    assertThat(courier.find("D0ANN", 8, Instant.now())).isPresent();
  }

  @Test
  void where_a_first_message_would_go_is_asked_for_where_that_was_granted() {
    slack.grant("im:write");
    // Slack names with its next answer what was granted.
    courier.lookUp("U0ANN");
    assertThat(courier.conversation("U0ANN")).contains("D0ANN");
    assertThat(courier.conversation("U0NOBODY")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://hooks.slack.com/x",
        "https://hooks.slack.com.evil.example/x",
        "https://evil.example/hooks.slack.com",
        "https://a@hooks.slack.com/x",
        "https://evil.example\\@hooks.slack.com/x",
        "https://hooks.slack.com:8443/x",
        "file:///etc/passwd",
        "http://127.0.0.1:1/x",
        "",
      })
  void an_answer_goes_nowhere_but_to_slack(String address) {
    assertThatThrownBy(() -> courier.answer(address, new Reply.Say(Text.of("Hello"))))
        .isInstanceOf(PlatformFailure.class);
    assertThat(new SlackHosts(null).allowed(address)).isEmpty();
  }

  @Test
  void slacks_own_hooks_are_known_and_a_double_only_where_the_settings_name_it() {
    var own = new SlackHosts(null);
    assertThat(own.allowed("https://hooks.slack.com/actions/T/1/a")).isPresent();
    assertThat(own.allowed("https://hooks.slack-gov.com/commands/T/1/a")).isPresent();
    assertThat(own.allowed(slack.origin() + "/hook/T/a")).isEmpty();
    assertThat(own.allowed(null)).isEmpty();
    assertThat(new SlackHosts(slack.apiUrl()).allowed(slack.origin() + "/hook/T/a")).isPresent();
  }

  @Test
  void a_hook_that_is_spent_is_gone() {
    assertThat(
            failure(
                    () ->
                        courier.answer(
                            slack.origin() + "/hook/T0ACME/spent", new Reply.Say(Text.of("Hello"))))
                .kind())
        .isEqualTo(Kind.GONE);
  }

  @Test
  void a_token_that_is_revoked_is_noticed_and_herald_goes_on() {
    slack.accept(Token.of(slack.botToken(), List.of()).refusedWith("token_revoked"));
    try (var again = new SlackConnection(client)) {
      again.start();
      Awaitility.await().until(() -> again.trouble().isPresent());
      assertThat(again.trouble()).contains(Kind.UNAUTHORISED);
      assertThat(again.workspace()).isEmpty();
      slack.accept(Token.of(slack.botToken(), List.of("users:read")));
      Awaitility.await().until(() -> again.workspace().isPresent());
      assertThat(again.trouble()).isEmpty();
    }
  }

  private static PlatformFailure failure(ThrowingCallable call) {
    PlatformFailure failure = catchThrowableOfType(PlatformFailure.class, call);
    assertThat(failure).isNotNull();
    return failure;
  }
}
