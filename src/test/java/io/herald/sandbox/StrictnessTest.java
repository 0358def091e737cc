package io.herald.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the double refuses of calls that are well formed. */
final class StrictnessTest {
  private final Doubles.Clock clock = new Doubles.Clock();
  private final SlackDouble slack = Doubles.start(clock);

  @AfterEach
  void close() {
    slack.close();
  }

  private JsonNode call(String method, ObjectNode args) {
    return slack.api.call(method, new Args(args), slack.botToken());
  }

  private String error(String method, ObjectNode args) {
    return call(method, args).path("error").asText();
  }

  private static ObjectNode args(String... pairs) {
    ObjectNode args = Json.object();
    for (int i = 0; i < pairs.length; i += 2) {
      args.put(pairs[i], pairs[i + 1]);
    }
    return args;
  }

  private static ObjectNode modal(String title) {
    ObjectNode view = Json.object().put("type", "modal");
    view.putObject("title").put("type", "plain_text").put("text", title);
    view.putArray("blocks").addObject().put("type", "divider");
    return view;
  }

  private static ObjectNode withView(ObjectNode args, JsonNode view) {
    args.set("view", view);
    return args;
  }

  private String post(String channel) {
    return error("chat.postMessage", args("channel", channel, "text", "hello"));
  }

  @Test
  void a_message_goes_only_where_the_bot_may_speak() {
    slack.put(slack.addPerson("U0BOT", "Other Bot").asBot());
    slack.put(slack.addPerson("U0GONE", "Long Gone").asGone());
    slack.put(slack.addChannel("C0OLD", "old", "U0HERALD").asArchived());
    slack.put(slack.addChannel("C0SECRET", "secret", "U0BEN").asPrivate());
    assertThat(post("C0NOWHERE")).isEqualTo("channel_not_found");
    assertThat(post("U0NOBODY")).isEqualTo("channel_not_found");
    assertThat(post("C0GENERAL")).isEqualTo("not_in_channel");
    assertThat(post("C0OLD")).isEqualTo("is_archived");
    assertThat(post("C0SECRET")).isEqualTo("channel_not_found");
    assertThat(post("U0BOT")).isEqualTo("cannot_dm_bot");
    assertThat(post("U0GONE")).isEqualTo("user_disabled");
    slack.accept(Token.of(slack.botToken(), List.of("chat:write", "chat:write.public")));
    assertThat(post("C0GENERAL")).isEmpty();
  }

  @Test
  void an_empty_message_is_refused() {
    assertThat(error("chat.postMessage", args("channel", "U0BEN"))).isEqualTo("no_text");
    assertThat(error("chat.postMessage", args("channel", "U0BEN", "blocks", "[]")))
        .isEqualTo("no_text");
    assertThat(error("chat.postMessage", args("channel", "U0BEN", "blocks", "{oops")))
        .isEqualTo("invalid_blocks_format");
    assertThat(error("chat.postMessage", args("text", "hello"))).isEqualTo("invalid_arguments");
  }

  @Test
  void legal_blocks_that_are_too_long_together_are_refused() {
    ObjectNode message = args("channel", "U0BEN", "text", "t");
    for (int i = 0; i < 5; i++) {
      ObjectNode block = message.withArray("blocks").addObject().put("type", "section");
      block.putObject("text").put("type", "mrkdwn").put("text", "x".repeat(2641));
    }
    assertThat(error("chat.postMessage", message)).isEqualTo("msg_blocks_too_long");
    message.withArray("blocks").remove(4);
    assertThat(error("chat.postMessage", message)).isEmpty();
  }

  @Test
  void bad_blocks_are_named_twice_as_slack_does() {
    JsonNode answer =
        call(
            "chat.postMessage",
            args(
                "channel",
                "U0BEN",
                "text",
                "t",
                "blocks",
                "[{\"type\":\"image\",\"image_url\":\"https://broken.example/a.png\",\"alt_text\":\"a\"}]"));
    assertThat(answer.path("error").asText()).isEqualTo("invalid_blocks");
    assertThat(answer.path("errors").get(0).asText())
        .isEqualTo("downloading image failed [json-pointer:/blocks/0/image_url]");
    assertThat(answer.path("response_metadata").path("messages").get(0).asText())
        .isEqualTo("[ERROR] downloading image failed [json-pointer:/blocks/0/image_url]");
    assertThat(slack.dm("ben")).isEmpty();
    assertThat(slack.ledger().calls()).isEmpty();
    assertThat(slack.ledger().refusals()).hasSize(1);
  }

  @Test
  void what_can_be_fetched_is_for_the_test_to_say() {
    slack.fetches(url -> url.startsWith("http://127.0.0.1"));
    String image = "[{\"type\":\"image\",\"image_url\":\"%s/a.png\",\"alt_text\":\"a\"}]";
    assertThat(
            error(
                "chat.postMessage",
                args("channel", "U0BEN", "blocks", image.formatted("http://127.0.0.1:1"))))
        .isEmpty();
    assertThat(
            error(
                "chat.postMessage",
                args("channel", "U0BEN", "blocks", image.formatted("https://a.example"))))
        .isEqualTo("invalid_blocks");
  }

  @Test
  void metadata_has_a_form_and_a_size() {
    ObjectNode message =
        args("channel", "U0BEN", "text", "t", "metadata", "{\"event_type\":\"a\"}");
    assertThat(error("chat.postMessage", message)).isEqualTo("invalid_metadata_schema");
    message.put(
        "metadata",
        "{\"event_type\":\"a\",\"event_payload\":{\"x\":\"" + "y".repeat(1100) + "\"}}");
    assertThat(error("chat.postMessage", message)).isEqualTo("metadata_too_large");
    message.put("metadata", "[]");
    assertThat(error("chat.postMessage", message)).isEqualTo("invalid_metadata_format");
  }

  @Test
  void an_own_message_alone_can_be_changed_or_deleted() {
    slack.put(slack.channel("general").joinedBy("U0HERALD"));
    Message said = slack.as("ben").say("#general", "mine");
    ObjectNode change = args("channel", "C0GENERAL", "ts", said.ts(), "text", "yours");
    assertThat(error("chat.update", change)).isEqualTo("cant_update_message");
    assertThat(error("chat.delete", change)).isEqualTo("cant_delete_message");
    assertThat(error("chat.delete", args("channel", "C0GENERAL", "ts", "1.000001")))
        .isEqualTo("message_not_found");
  }

  @Test
  void a_thread_needs_its_parent() {
    ObjectNode reply = args("channel", "C0APPROVALS", "text", "r", "thread_ts", "1.000001");
    assertThat(error("chat.postMessage", reply)).isEqualTo("thread_not_found");
    String parent =
        call("chat.postMessage", args("channel", "C0APPROVALS", "text", "p")).path("ts").asText();
    assertThat(error("chat.postMessage", reply.put("thread_ts", parent))).isEmpty();
    assertThat(slack.messagesIn("approvals").get(1).thread()).contains(parent);
  }

  @Test
  void an_ephemeral_message_needs_its_reader_in_the_channel() {
    ObjectNode message = args("channel", "C0APPROVALS", "user", "U0BEN", "text", "psst");
    assertThat(error("chat.postEphemeral", message)).isEqualTo("user_not_in_channel");
    assertThat(error("chat.postEphemeral", message.put("user", "U0CLARA"))).isEmpty();
    assertThat(slack.ephemerals("clara")).singleElement().matches(Message::ephemeral);
    assertThat(slack.messagesIn("approvals")).isEmpty();
  }

  @Test
  void a_trigger_serves_once_and_for_three_seconds() {
    String trigger = slack.triggers.mint("U0AMIRA", false);
    assertThat(error("views.open", withView(args("trigger_id", "1.2.3"), modal("T"))))
        .isEqualTo("invalid_trigger_id");
    clock.pass(Duration.ofSeconds(3));
    assertThat(error("views.open", withView(args("trigger_id", trigger), modal("T")))).isEmpty();
    assertThat(error("views.open", withView(args("trigger_id", trigger), modal("T"))))
        .isEqualTo("exchanged_trigger_id");
    String late = slack.triggers.mint("U0AMIRA", false);
    clock.pass(Duration.ofMillis(3001));
    assertThat(error("views.open", withView(args("trigger_id", late), modal("T"))))
        .isEqualTo("expired_trigger_id");
  }

  @Test
  void a_refused_view_does_not_spend_its_trigger() {
    String trigger = slack.triggers.mint("U0AMIRA", false);
    assertThat(error("views.open", withView(args("trigger_id", trigger), modal("x".repeat(25)))))
        .isEqualTo("invalid_arguments");
    assertThat(error("views.open", withView(args("trigger_id", trigger), modal("T")))).isEmpty();
  }

  @Test
  void a_view_is_updated_only_while_it_is_open_and_as_it_was_seen() {
    String trigger = slack.triggers.mint("U0AMIRA", false);
    JsonNode view =
        call("views.open", withView(args("trigger_id", trigger), modal("T"))).path("view");
    ObjectNode update =
        withView(
            args("view_id", view.path("id").asText(), "hash", view.path("hash").asText()),
            modal("U"));
    assertThat(error("views.update", update)).isEmpty();
    assertThat(error("views.update", update)).isEqualTo("hash_conflict");
    slack.as("amira").modal("U").close();
    assertThat(error("views.update", update)).isEqualTo("not_found");
  }

  @Test
  void three_modals_may_lie_upon_each_other() {
    String open = slack.triggers.mint("U0AMIRA", false);
    assertThat(error("views.push", withView(args("trigger_id", open), modal("T"))))
        .isEqualTo("not_found");
    assertThat(error("views.open", withView(args("trigger_id", open), modal("1")))).isEmpty();
    for (String title : List.of("2", "3")) {
      String push = slack.triggers.mint("U0AMIRA", true);
      assertThat(error("views.push", withView(args("trigger_id", push), modal(title)))).isEmpty();
    }
    String push = slack.triggers.mint("U0AMIRA", true);
    assertThat(error("views.push", withView(args("trigger_id", push), modal("4"))))
        .isEqualTo("push_limit_reached");
    slack.as("amira").modal("3").close();
    assertThat(slack.as("amira").modal().title()).isEqualTo("2");
  }

  @Test
  void a_home_is_published_for_somebody_and_as_it_was_seen() {
    ObjectNode home = Json.object().put("type", "home");
    home.putArray("blocks").addObject().put("type", "divider");
    assertThat(error("views.publish", withView(args("user_id", "U0NOBODY"), home)))
        .isEqualTo("user_not_found");
    assertThat(error("views.publish", withView(args("user_id", "U0BEN"), modal("T"))))
        .isEqualTo("invalid_arguments");
    JsonNode first = call("views.publish", withView(args("user_id", "U0BEN"), home)).path("view");
    ObjectNode next = withView(args("user_id", "U0BEN", "hash", first.path("hash").asText()), home);
    assertThat(error("views.publish", next)).isEmpty();
    assertThat(error("views.publish", next)).isEqualTo("hash_conflict");
  }

  @Test
  void every_reading_needs_its_scope() {
    slack.accept(Token.of(slack.botToken(), List.of("chat:write")));
    for (String method :
        List.of(
            "users.list",
            "users.lookupByEmail",
            "conversations.list",
            "conversations.open",
            "conversations.join",
            "usergroups.list",
            "team.info")) {
      assertThat(error(method, args("channel", "C0APPROVALS")))
          .as(method)
          .isEqualTo("missing_scope");
    }
    for (String method :
        List.of("conversations.info", "conversations.members", "conversations.history")) {
      assertThat(error(method, args("channel", "C0APPROVALS")))
          .as(method)
          .isEqualTo("missing_scope");
    }
    assertThat(error("chat.dance", args())).isEqualTo("unknown_method");
  }

  @Test
  void a_token_can_go_bad_and_addresses_can_be_hidden() {
    slack.accept(Token.of(slack.botToken(), List.of("users:read")));
    JsonNode ben = call("users.info", args("user", "U0BEN"));
    assertThat(ben.path("user").path("profile").has("email")).isFalse();
    slack.accept(Token.of(slack.botToken(), List.of()).refusedWith("token_revoked"));
    assertThat(error("auth.test", args())).isEqualTo("token_revoked");
  }

  @Test
  void only_what_slack_reads_as_markup_pings() {
    String blocks =
        "[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"<!here> &lt;!channel&gt;\"}},"
            + "{\"type\":\"section\",\"text\":{\"type\":\"plain_text\",\"text\":\"<!everyone>\"}},"
            + "{\"type\":\"rich_text\",\"elements\":[{\"type\":\"rich_text_section\",\"elements\":"
            + "[{\"type\":\"text\",\"text\":\"<!everyone>\"},{\"type\":\"user\",\"user_id\":\"U0BEN\"}]}]}]";
    call(
        "chat.postMessage",
        args("channel", "C0APPROVALS", "text", "@channel <!subteam^S0LEGAL>", "blocks", blocks));
    assertThat(slack.ledger().pings())
        .containsExactlyInAnyOrder(
            new Ping(Ping.Kind.GROUP, "S0LEGAL"),
            new Ping(Ping.Kind.BROADCAST, "here"),
            new Ping(Ping.Kind.PERSON, "U0BEN"));
  }

  @Test
  void a_response_url_serves_five_times_within_half_an_hour() {
    String hook = slack.hooks.mint("U0BEN", "C0GENERAL", null);
    for (int i = 0; i < 5; i++) {
      slack.hooks.use(hook, new Args(args("text", "answer " + i)));
    }
    assertThat(used(hook)).isEqualTo("used_url");
    assertThat(slack.ephemerals("ben")).hasSize(5);
    String late = slack.hooks.mint("U0BEN", "C0GENERAL", null);
    clock.pass(Duration.ofMinutes(31));
    assertThat(used(late)).isEqualTo("used_url");
    assertThat(used("/hook/T0ACME/NONE")).isEqualTo("no_service");
  }

  private String used(String hook) {
    try {
      slack.hooks.use(hook, new Args(args("text", "answer")));
      return "";
    } catch (SlackError e) {
      return e.code();
    }
  }
}
