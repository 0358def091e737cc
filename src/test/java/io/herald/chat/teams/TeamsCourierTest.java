package io.herald.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.herald.chat.Card;
import io.herald.chat.Courier.ChannelFacts;
import io.herald.chat.Courier.Sent;
import io.herald.chat.Part;
import io.herald.chat.PlatformFailure;
import io.herald.chat.PlatformFailure.Kind;
import io.herald.members.AccountFacts;
import io.herald.sandbox.Fault;
import io.herald.sandbox.teams.TeamsPerson;
import io.herald.sandbox.teams.TeamsSetup;
import io.herald.testkit.SettableClock;
import io.herald.words.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamsCourierTest {
  private static final Card CARD = new Card("Hello", List.of(new Part.Lead(Text.of("Hello"))));
  private static final Card OTHER = new Card("Bye", List.of(new Part.Lead(Text.of("Bye"))));

  private final SettableClock clock = new SettableClock();
  private final TeamsHouse house =
      new TeamsHouse(TeamsSetup.with(clock, new Random(7)).withPageSize(2));
  private final TeamsCourier courier = house.room.courier();
  private final String ann = house.teams.person("Ann").id();
  private final String approvals = house.teams.channel("approvals").id();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void a_card_reaches_a_person_whose_chat_is_made_once() {
    house.teams.as("Ann").install();
    Sent first = courier.send(ann, null, CARD, 1);
    courier.send(ann, null, OTHER, 2);
    courier.update(first, OTHER);

    assertThat(house.teams.chatOf("Ann")).extracting(m -> m.shown()).containsExactly("Bye", "Bye");
    assertThat(house.teams.chatOf("Ann").get(0).json().path("summary").asText()).isEqualTo("Bye");
    assertThat(house.teams.ledger().refusals()).isEmpty();
  }

  @Test
  void before_anything_was_heard_a_chat_is_made_at_the_usual_address() {
    // Installed for her by an admin: nothing of it was sent to Herald.
    house.teams.putInstalled(house.teams.person("Ann"));
    courier.send(ann, null, CARD, 1);
    courier.send(ann, null, OTHER, 2);

    assertThat(house.teams.ledger().attempts("createConversation")).isEqualTo(1);
    assertThat(house.teams.chatOf("Ann")).hasSize(2);
  }

  @Test
  void a_card_begins_a_thread_in_a_channel_and_is_answered_and_changed_there() {
    house.teams.as("Bob").addToTeam();
    Sent card = courier.send(approvals, null, CardSamples.review(), 1);
    courier.send(approvals, card.message(), CARD, 2);
    courier.update(card, OTHER);

    assertThat(card.channel()).isEqualTo(approvals);
    var messages = house.teams.messagesIn("approvals");
    assertThat(messages).extracting(m -> m.shown()).containsExactly("Bye", "Hello");
    assertThat(messages.get(1).json().path("root").asText()).isEqualTo(card.message());
    assertThat(house.teams.ledger().refusals()).isEmpty();
  }

  @Test
  void every_card_and_form_is_one_that_teams_takes() {
    house.teams.as("Bob").addToTeam();
    courier.send(approvals, null, CardSamples.review(), 1);
    courier.send(approvals, null, CardSamples.post(), 2);
    courier.send(approvals, null, CardSamples.feed(), 3);

    assertThat(house.teams.messagesIn("approvals")).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "429,TooManyRequests,RATE_LIMITED",
    "412,PreconditionFailed,UNAVAILABLE",
    "503,ServiceUnavailable,UNAVAILABLE",
    "502,BadGateway,AMBIGUOUS",
    "504,GatewayTimeout,AMBIGUOUS",
    "500,ServiceError,AMBIGUOUS",
    "401,Unauthorized,UNAUTHORISED",
    "403,BotNotInConversationRoster,FORBIDDEN",
    "403,MessageWritesBlocked,GONE",
    "404,ConversationNotFound,GONE",
    "400,BadSyntax,REFUSED",
    "413,MessageSizeTooBig,REFUSED"
  })
  void a_refusal_has_its_kind_and_is_not_repeated(int status, String code, Kind kind) {
    house.teams.as("Ann").install();
    house.teams.faults().next("sendToConversation", Fault.refused(status, code));

    assertThat(kind(() -> courier.send(ann, null, CARD, 1))).isEqualTo(kind);
    assertThat(house.teams.ledger().attempts("sendToConversation")).isEqualTo(1);
    assertThat(house.teams.chatOf("Ann")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"503,UNAVAILABLE", "502,AMBIGUOUS", "429,RATE_LIMITED", "404,GONE", "400,REFUSED"})
  void a_refusal_of_whatever_stands_before_teams_has_its_kind(int status, Kind kind) {
    house.teams.as("Ann").install();
    // A page for people, as a gateway gives.
    house.teams.faults().next("sendToConversation", Fault.status(status));

    assertThat(kind(() -> courier.send(ann, null, CARD, 1))).isEqualTo(kind);
  }

  @Test
  void how_long_to_wait_is_what_teams_says() {
    house.teams.as("Ann").install();
    house.teams.faults().next("sendToConversation", Fault.rateLimited(7));

    assertThat(failure(() -> courier.send(ann, null, CARD, 1)).retryAfter())
        .isEqualTo(Duration.ofSeconds(7));
    house.teams.faults().next("sendToConversation", Fault.rateLimited("soon"));
    assertThat(failure(() -> courier.send(ann, null, CARD, 1)).retryAfter())
        .isEqualTo(TeamsLimits.RETRY_AFTER);
    house
        .teams
        .faults()
        .next(
            "sendToConversation",
            new Fault(Fault.End.ERROR, false, Duration.ZERO, 503, "ServiceUnavailable", "9"));
    PlatformFailure away = failure(() -> courier.send(ann, null, CARD, 1));
    assertThat(away.kind()).isEqualTo(Kind.RATE_LIMITED);
    assertThat(away.retryAfter()).isEqualTo(Duration.ofSeconds(9));
  }

  @Test
  void a_lost_answer_is_ambiguous_and_nothing_is_sent_twice() {
    house.teams.as("Ann").install();
    courier.send(ann, null, OTHER, 1);
    house.teams.faults().next("sendToConversation", Fault.closedThoughDone());

    assertThat(kind(() -> courier.send(ann, null, CARD, 2))).isEqualTo(Kind.AMBIGUOUS);
    assertThat(house.teams.chatOf("Ann")).hasSize(2);
    assertThat(house.teams.ledger().duplicates()).isEmpty();
    assertThat(kind(() -> courier.find(house.teams.chat("Ann"), 2, Instant.EPOCH)))
        .isEqualTo(Kind.FORBIDDEN);
  }

  @Test
  void a_chat_whose_making_was_not_answered_leaves_no_doubt_about_the_card() {
    house.teams.putInstalled(house.teams.person("Ann"));
    house
        .teams
        .faults()
        .next("createConversation", Fault.closedThoughDone(), Fault.refused(502, "BadGateway"));

    assertThat(kind(() -> courier.send(ann, null, CARD, 1))).isEqualTo(Kind.UNAVAILABLE);
    assertThat(kind(() -> courier.send(ann, null, CARD, 1))).isEqualTo(Kind.UNAVAILABLE);
    courier.send(ann, null, CARD, 1);
    assertThat(house.teams.chatOf("Ann")).hasSize(1);
  }

  @Test
  void a_chat_that_took_long_to_open_is_written_to_in_its_next_turn() {
    house.teams.putInstalled(house.teams.person("Ann"));
    house.teams.putInstalled(house.teams.person("Bob"));
    house
        .teams
        .faults()
        .weather(
            (operation, place) -> {
              if (operation.equals("createConversation")) {
                clock.advance(Duration.ofMillis(350));
              }
              return Fault.none();
            });

    assertThat(kind(() -> courier.send(ann, null, CARD, 1))).isEqualTo(Kind.UNAVAILABLE);
    assertThat(house.teams.ledger().attempts("sendToConversation")).isZero();
    courier.send(ann, null, CARD, 1);
    assertThat(house.teams.ledger().attempts("createConversation")).isEqualTo(1);
    assertThat(house.teams.chatOf("Ann")).hasSize(1);

    // A line is said once, or never.
    courier.whisper(approvals, house.teams.person("Bob").id(), Text.of("Hello"));
    assertThat(house.teams.chatOf("Bob")).hasSize(1);
  }

  @Test
  void where_the_database_is_away_nothing_is_sent_and_nothing_left_in_doubt() {
    house.teams.as("Ann").install();
    house.database.close();

    assertThat(kind(() -> courier.send(ann, null, CARD, 1))).isEqualTo(Kind.UNAVAILABLE);
    assertThat(house.teams.chatOf("Ann")).isEmpty();
  }

  @Test
  void that_a_chat_has_ended_is_told_where_the_database_is_away_by_then() {
    house.teams.as("Ann").install();
    house
        .teams
        .faults()
        .weather(
            (method, place) -> {
              if (!method.equals("sendToConversation")) {
                return Fault.none();
              }
              house.database.close();
              return Fault.refused(403, "MessageWritesBlocked");
            });

    assertThat(kind(() -> courier.send(ann, null, CARD, 1))).isEqualTo(Kind.GONE);
  }

  @Test
  void whoever_blocks_herald_is_not_written_to_again() {
    house.teams.as("Ann").install();
    house.teams.as("Ann").block();

    assertThat(kind(() -> courier.send(ann, null, CARD, 1))).isEqualTo(Kind.GONE);
    long attempts = house.teams.ledger().attempts("sendToConversation");
    assertThat(kind(() -> courier.send(ann, null, CARD, 2))).isEqualTo(Kind.GONE);
    assertThat(house.teams.ledger().attempts("sendToConversation")).isEqualTo(attempts);
  }

  @Test
  void a_token_that_is_no_good_any_more_is_asked_for_anew() {
    house.teams.as("Ann").install();
    courier.send(ann, null, CARD, 1);
    house.teams.revokeTokens();

    assertThat(kind(() -> courier.send(ann, null, OTHER, 2))).isEqualTo(Kind.UNAUTHORISED);
    courier.send(ann, null, OTHER, 3);
    assertThat(house.teams.chatOf("Ann")).hasSize(2);
    assertThat(house.teams.ledger().attempts("token")).isEqualTo(2);
  }

  @Test
  void a_stored_address_that_is_not_the_clouds_gets_no_token() {
    house.teams.as("Ann").install();
    String chat = house.teams.chat("Ann");
    String tenant = house.teams.setup().tenant();
    house.database.run(
        tx ->
            tx.sql(TeamsSql.class)
                .change(
                    tenant,
                    chat,
                    Reference.Kind.PERSONAL,
                    "https://evil.example/",
                    "28:x",
                    ann,
                    null,
                    null,
                    Instant.EPOCH));

    assertThat(kind(() -> courier.send(ann, null, CARD, 1))).isEqualTo(Kind.REFUSED);
    assertThat(house.teams.ledger().attempts("token")).isZero();
  }

  @Test
  void people_are_found_in_rosters_past_the_first_page() {
    for (String name : List.of("Cem Can", "Dora Dun", "Eve Ell", "Finn Fay")) {
      house.teams.addPerson(name);
    }
    TeamsPerson finn = house.teams.person("Finn");
    house.teams.as("Bob").addToTeam();

    assertThat(courier.findPerson("FINN@acme.example").orElseThrow().user()).isEqualTo(finn.id());
    assertThat(courier.findPerson(finn.objectId()).orElseThrow().user()).isEqualTo(finn.id());
    assertThat(courier.findPerson("nobody@acme.example")).isEmpty();
    assertThat(house.teams.ledger().attempts("getConversationPagedMembers"))
        .isGreaterThanOrEqualTo(9);
  }

  @Test
  void what_a_roster_says_of_people_is_read() {
    house.teams.put(house.teams.addPerson("Gus Guest").asGuest());
    house.teams.put(house.teams.addPerson("Fay Foreign").of("another-tenant"));
    house.teams.as("Ann").install();
    house.teams.as("Bob").addToTeam();

    AccountFacts facts = courier.lookUp(ann);
    assertThat(facts.name()).isEqualTo("Ann Author");
    assertThat(facts.email()).isEqualTo("ann@acme.example");
    assertThat(facts.kind()).isEqualTo(AccountFacts.Kind.MEMBER);
    assertThat(facts.zone().getId()).isEqualTo("Europe/Berlin");
    assertThat(courier.lookUp(house.teams.person("Gus").id()).kind())
        .isEqualTo(AccountFacts.Kind.GUEST);
    assertThat(courier.lookUp(house.teams.person("Fay").id()).kind())
        .isEqualTo(AccountFacts.Kind.FOREIGN);
    assertThat(kind(() -> courier.lookUp("29:nobody"))).isEqualTo(Kind.GONE);
  }

  @Test
  void a_channel_is_found_by_id_and_by_name() {
    house.teams.as("Bob").addToTeam();

    ChannelFacts facts = courier.channel(approvals).orElseThrow();
    assertThat(facts.name()).isEqualTo("approvals");
    assertThat(facts.joined()).isTrue();
    assertThat(facts.shared()).isFalse();
    assertThat(courier.channel("#Approvals")).contains(facts);
    assertThat(courier.channel("general").orElseThrow().id()).isEqualTo(house.teams.team());
    assertThat(courier.channel("none")).isEmpty();
    house.teams.as("Ann").install();
    assertThat(courier.channel(house.teams.chat("Ann")).orElseThrow().name()).isEmpty();
  }

  @Test
  void the_channels_of_the_teams_that_it_was_added_to_are_told() {
    assertThat(courier.channels()).isEmpty();
    house.teams.as("Bob").addToTeam();
    assertThat(courier.channels())
        .extracting(ChannelFacts::name)
        .containsExactlyInAnyOrder("General", "approvals");
    assertThat(courier.channels()).extracting(ChannelFacts::id).contains(approvals);
  }

  @Test
  void a_home_is_drawn_anew_where_it_lies() {
    house.teams.as("Ann").install();
    courier.publishHome(ann, CARD);
    courier.publishHome(ann, OTHER);

    assertThat(house.teams.chatOf("Ann")).extracting(m -> m.shown()).containsExactly("Bye");
  }

  static Kind kind(Runnable call) {
    return failure(call).kind();
  }

  static PlatformFailure failure(Runnable call) {
    PlatformFailure failure = catchThrowableOfType(PlatformFailure.class, call::run);
    assertThat(failure).isNotNull();
    return failure;
  }
}
