package io.herald.sandbox.teams;

import static io.herald.sandbox.teams.TinyBot.card;
import static io.herald.sandbox.teams.TinyBot.escaped;
import static io.herald.sandbox.teams.TinyBot.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.sandbox.Fault;
import io.herald.sandbox.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TeamsStrictnessTest {
  private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
  private static final String GOOD =
      "{'type':'AdaptiveCard','version':'1.5','body':[{'type':'TextBlock','text':'Hello'}]}";

  private TeamsDouble teams;
  private TinyBot bot;

  @BeforeEach
  void start() throws Exception {
    teams = TeamsDouble.start(TeamsSetup.with(() -> NOW, new Random(1)).withPageSize(2));
    teams.addPerson("Amira Haddad");
    teams.addPerson("Ben Okafor");
    teams.put(teams.addPerson("Gil Gast").asGuest());
    teams.addChannel("approvals");
    bot = new TinyBot(teams).signedIn();
    teams.as("Amira").install();
  }

  @AfterEach
  void stop() {
    bot.close();
    teams.close();
  }

  private TinyBot.Answer sent(ObjectNode activity) throws Exception {
    return bot.send(teams.chat("Amira"), activity);
  }

  private static String error(TinyBot.Answer answer) {
    return answer.status() + " " + answer.body().path("error").path("code").asText();
  }

  @Test
  void a_token_is_given_for_the_right_secret_and_scope_alone() throws Exception {
    assertThat(bot.token("wrong", "https://api.botframework.com/.default").status()).isEqualTo(401);
    assertThat(bot.token(teams.setup().secret(), "openid").status()).isEqualTo(400);
    assertThat(bot.token).isEqualTo(teams.outgoingToken()).contains(".");
  }

  @Test
  void nothing_is_done_without_a_token_of_this_bot() throws Exception {
    bot.token = teams.tokenOfAnotherBot("somebody-else");
    assertThat(sent(words("hello")).status()).isEqualTo(401);
    bot.signedIn();
    assertThat(sent(words("hello")).status()).isEqualTo(201);
    teams.revokeTokens();
    assertThat(sent(words("hello")).status()).isEqualTo(401);
    assertThat(teams.chatOf("Amira")).hasSize(1);
  }

  @Test
  void a_chat_is_made_for_one_person_who_has_the_app() throws Exception {
    ObjectNode wanted = Json.object().put("isGroup", false);
    wanted.putObject("bot").put("id", "28:" + teams.setup().appId());
    wanted.putArray("members").addObject().put("id", teams.person("Amira").id());
    assertThat(error(bot.call("POST", "conversations", wanted))).isEqualTo("400 BadArgument");
    wanted.putObject("channelData").putObject("tenant").put("id", teams.setup().tenant());
    TinyBot.Answer made = bot.call("POST", "conversations", wanted);
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.body().path("id").asText()).isEqualTo(teams.chat("Amira"));

    wanted.putArray("members").addObject().put("id", teams.person("Ben").id());
    assertThat(error(bot.call("POST", "conversations", wanted)))
        .isEqualTo("403 ForbiddenOperationException");
    wanted.putArray("members").addObject().put("id", "ben@acme.example");
    assertThat(error(bot.call("POST", "conversations", wanted))).isEqualTo("400 BadArgument");
  }

  @Test
  void whoever_blocked_the_bot_is_not_written_to() throws Exception {
    teams.as("Amira").block();
    TinyBot.Answer refused = sent(words("hello"));
    assertThat(error(refused)).isEqualTo("403 ConversationBlockedByUser");
    assertThat(refused.body().path("subCode").asText()).isEqualTo("MessageWritesBlocked");
    teams.as("Amira").unblock();
    assertThat(sent(words("hello")).status()).isEqualTo(201);
  }

  @Test
  void a_channel_is_written_to_while_the_app_is_in_the_team() throws Exception {
    String channel = teams.channel("approvals").id();
    String root = bot.send(channel, card(GOOD)).body().path("id").asText();
    assertThat(bot.send(channel + ";messageid=" + root, words("Note")).status()).isEqualTo(201);
    assertThat(error(bot.send(channel + ";messageid=1", words("Note"))))
        .isEqualTo("404 ConversationNotFound");
    assertThat(teams.messagesIn("approvals"))
        .extracting(m -> m.thread().orElse(""))
        .containsExactly("", root);
    teams.as("Amira").removeFromTeam();
    assertThat(error(bot.send(channel, words("Hello"))))
        .isEqualTo("403 BotNotInConversationRoster");
  }

  @Test
  void a_thread_is_made_together_with_its_first_message() throws Exception {
    ObjectNode wanted = Json.object().put("isGroup", true);
    String channel = teams.channel("approvals").id();
    wanted.putObject("channelData").putObject("channel").put("id", channel);
    wanted.set("activity", card(GOOD));
    TinyBot.Answer made = bot.call("POST", "conversations", wanted);
    String id = made.body().path("activityId").asText();
    assertThat(made.body().path("id").asText()).isEqualTo(channel + ";messageid=" + id);
    assertThat(teams.messagesIn("approvals")).hasSize(1);
  }

  @Test
  void a_message_is_changed_and_deleted_by_who_wrote_it_where_it_stands() throws Exception {
    String id = sent(words("Hello")).body().path("id").asText();
    String path = "conversations/" + escaped(teams.chat("Amira")) + "/activities/";
    assertThat(bot.call("PUT", path + id, card(GOOD)).status()).isEqualTo(200);
    assertThat(teams.chatOf("Amira").get(0).updated()).isTrue();
    assertThat(teams.chatOf("Amira").get(0).text()).isEmpty();
    assertThat(error(bot.call("PUT", path + "12", words("x"))))
        .isEqualTo("404 ActivityNotFoundInConversation");
    TeamsMessage theirs = teams.as("Amira").type("hello");
    assertThat(error(bot.call("PUT", path + theirs.id(), words("x"))))
        .isEqualTo("403 NotEnoughPermissions");
    assertThat(bot.call("DELETE", path + id, Json.object()).status()).isEqualTo(200);
    assertThat(teams.chatOf("Amira")).containsExactly(theirs);
  }

  @Test
  void a_roster_comes_in_pages_whose_token_must_be_escaped() throws Exception {
    String path = "conversations/" + escaped(teams.channel("approvals").id()) + "/pagedmembers";
    List<String> names = new ArrayList<>();
    TinyBot.Answer page = bot.get(path + "?pageSize=500");
    page.body().path("members").forEach(each -> names.add(each.path("name").asText()));
    assertThat(names).hasSize(2);
    String token = page.body().path("continuationToken").asText();
    page = bot.get(path + "?continuationToken=" + escaped(token));
    page.body().path("members").forEach(each -> names.add(each.path("name").asText()));
    assertThat(names).containsExactlyInAnyOrder("Amira Haddad", "Ben Okafor", "Gil Gast");
    assertThat(page.body().has("continuationToken")).isFalse();
    assertThat(error(bot.get(path + "?continuationToken=made-up"))).isEqualTo("400 BadArgument");
    assertThat(bot.get("teams/" + escaped(teams.team()) + "/conversations").body().toString())
        .contains("approvals");
    assertThat(bot.get("teams/" + escaped(teams.team())).body().path("name").asText())
        .isEqualTo("Acme");
  }

  @Test
  void one_member_is_found_by_either_id() throws Exception {
    String path = "conversations/" + escaped(teams.channel("approvals").id()) + "/members/";
    TeamsPerson guest = teams.person("Gil");
    assertThat(bot.get(path + escaped(guest.id())).body().path("userRole").asText())
        .isEqualTo("guest");
    assertThat(bot.get(path + guest.objectId()).body().path("userPrincipalName").asText())
        .contains("#EXT#");
    assertThat(error(bot.get(path + "nobody"))).isEqualTo("404 MemberNotFoundInConversation");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'AdaptiveCard','version':'1.6','body':[]}",
        "{'type':'AdaptiveCard','body':[]}",
        "{'type':'AdaptiveCard','version':'1.5','body':[{'type':'Media'}]}",
        "{'type':'AdaptiveCard','version':'1.5','body':[{'type':'TextBlock','txt':'a'}]}",
        "{'type':'AdaptiveCard','version':'1.5','body':[{'type':'TextBlock','text':1}]}",
        "{'type':'AdaptiveCard','version':'1.5','body':[{'type':'Image','url':'http://a.b/c.png'}]}",
        "{'type':'AdaptiveCard','version':'1.5','body':[{'type':'Input.Text'}]}",
        "{'type':'AdaptiveCard','version':'1.5','body':[{'type':'Input.Text','id':'a'},{'type':'Input.Date','id':'a'}]}",
        "{'type':'AdaptiveCard','version':'1.5','body':[{'type':'Input.Text','id':'a','isRequired':true}]}",
        "{'type':'AdaptiveCard','version':'1.5','body':[{'type':'Input.ChoiceSet','id':'a','choices':[{'title':'A','value':'a'}],'value':'b'}]}",
        "{'type':'AdaptiveCard','version':'1.5','body':[{'type':'Action.Submit','title':'A'}]}",
        "{'type':'AdaptiveCard','version':'1.5','actions':[{'type':'Action.OpenUrl','title':'A','url':'javascript:x'}]}",
        "{'type':'AdaptiveCard','version':'1.5','actions':[{'type':'Action.Http','title':'A'}]}",
        "{'type':'AdaptiveCard','version':'1.5','actions':[{'type':'Action.Execute','title':'A'}]}",
        "{'type':'AdaptiveCard','version':'1.5','actions':[{'type':'Action.ToggleVisibility','title':'A','targetElements':['x']}]}",
      })
  void a_card_that_teams_does_not_draw_is_refused(String card) throws Exception {
    assertThat(error(sent(card(card)))).isEqualTo("400 BadArgument");
    assertThat(teams.chatOf("Amira")).isEmpty();
  }

  @Test
  void six_actions_are_shown_and_the_seventh_is_secondary() throws Exception {
    String action = "{'type':'Action.Submit','title':'A'},";
    String seven = "{'type':'AdaptiveCard','version':'1.5','actions':[" + action.repeat(6);
    String plain = seven + "{'type':'Action.Submit','title':'A'}]}";
    String second = seven + "{'type':'Action.Submit','title':'A','mode':'secondary'}]}";
    assertThat(error(sent(card(plain)))).isEqualTo("400 BadArgument");
    assertThat(sent(card(second)).status()).isEqualTo(201);
  }

  @Test
  void a_card_has_at_most_28_kilobytes() throws Exception {
    String start = "{'type':'AdaptiveCard','version':'1.5','body':[{'type':'TextBlock','text':'";
    String end = "'}]}";
    int room = 28 * 1024 - start.length() - end.length();
    assertThat(sent(card(start + "x".repeat(room) + end)).status()).isEqualTo(201);
    assertThat(error(sent(card(start + "x".repeat(room + 1) + end))))
        .isEqualTo("413 MessageSizeTooBig");
  }

  @ParameterizedTest
  @CsvSource({"event", "trace", "invoke"})
  void only_messages_are_sent(String type) throws Exception {
    assertThat(error(sent(words("hello").put("type", type)))).isEqualTo("400 BadArgument");
    assertThat(error(sent(words(" ")))).isEqualTo("400 BadArgument");
    ObjectNode foreign = words("hello");
    foreign.putObject("from").put("id", "28:another");
    assertThat(error(sent(foreign))).isEqualTo("400 BadArgument");
    assertThat(teams.ledger().refusals()).hasSize(3);
  }

  @Test
  void faults_come_in_order_and_say_whether_it_was_done() throws Exception {
    teams
        .faults()
        .next(
            "sendToConversation",
            Fault.rateLimited(7),
            Fault.refused(412, "PreconditionFailed"),
            Fault.refused(403, "MessageWritesBlocked"),
            Fault.status(502),
            Fault.closed(),
            Fault.closedThoughDone(),
            Fault.slow(Duration.ofMillis(1)));
    TinyBot.Answer limited = sent(words("1"));
    assertThat(error(limited) + limited.retryAfter()).isEqualTo("429 Throttled7");
    assertThat(sent(words("2")).status()).isEqualTo(412);
    assertThat(sent(words("3")).body().path("subCode").asText()).isEqualTo("MessageWritesBlocked");
    assertThat(sent(words("4")).status()).isEqualTo(502);
    assertThatThrownBy(() -> sent(words("5"))).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> sent(words("6"))).isInstanceOf(IOException.class);
    assertThat(sent(words("7")).status()).isEqualTo(201);
    assertThat(teams.chatOf("Amira")).extracting(TeamsMessage::text).containsExactly("6", "7");
    assertThat(teams.ledger().attempts("sendToConversation")).isEqualTo(7);
  }

  @Test
  void a_call_is_refused_that_comes_too_soon_after_the_others() throws Exception {
    // Two at once, and the clock stands still.
    teams.limits().permit("sendToConversation", 120);
    assertThat(sent(words("1")).status()).isEqualTo(201);
    assertThat(sent(words("2")).status()).isEqualTo(201);
    TinyBot.Answer tooMuch = sent(words("3"));
    assertThat(error(tooMuch) + tooMuch.retryAfter()).isEqualTo("429 Throttled1");
    assertThat(teams.limits().refused()).isEqualTo(1);
    assertThat(teams.chatOf("Amira")).extracting(TeamsMessage::text).containsExactly("1", "2");
  }

  @Test
  void calls_without_an_answer_that_tells_are_noted_by_where_they_went() throws Exception {
    teams
        .faults()
        .nextTo(
            teams.chat("Amira"),
            "sendToConversation",
            Fault.status(503),
            Fault.refused(502, "BadGateway"));
    sent(words("1"));
    assertThat(teams.ledger().unanswered("sendToConversation")).isEmpty();
    sent(words("2"));
    assertThat(teams.ledger().unanswered("sendToConversation"))
        .containsExactly(teams.chat("Amira"));

    String ben = teams.person("Ben").id();
    teams.faults().nextTo(ben, "createConversation", Fault.status(504));
    ObjectNode wanted = Json.object();
    wanted.putArray("members").addObject().put("id", ben);
    assertThat(bot.call("POST", "conversations", wanted).status()).isEqualTo(504);
    assertThat(teams.ledger().unanswered("createConversation")).containsExactly(ben);
  }

  @Test
  void a_call_that_hangs_is_cut_by_whoever_waits() throws Exception {
    teams.faults().next("sendToConversation", Fault.hangsThoughDone());
    String path = "conversations/" + escaped(teams.chat("Amira")) + "/activities";
    var impatient =
        java.net.http.HttpRequest.newBuilder(
                bot.request("POST", path, Json.text(words("hello"))), (name, value) -> true)
            .timeout(Duration.ofMillis(300))
            .build();
    assertThatThrownBy(() -> bot.answer(impatient)).isInstanceOf(IOException.class);
    assertThat(teams.chatOf("Amira")).hasSize(1);
  }

  @Test
  void a_card_that_is_sent_twice_to_one_place_is_noticed() throws Exception {
    sent(card(GOOD));
    bot.send(teams.channel("approvals").id(), card(GOOD));
    assertThat(teams.ledger().duplicates()).isEmpty();
    sent(card(GOOD));
    assertThat(teams.ledger().duplicates()).hasSize(1);
  }
}
