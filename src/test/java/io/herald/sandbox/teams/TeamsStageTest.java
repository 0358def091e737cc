package io.herald.sandbox.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.sandbox.Json;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TeamsStageTest {
  private static final String FORM =
      "{'type':'AdaptiveCard','version':'1.5','body':["
          + "{'type':'Input.Text','id':'link','label':'Link','isRequired':true,'errorMessage':'Give one.'}],"
          + "'actions':[{'type':'Action.Execute','title':'Submit','verb':'submit','data':{'id':'7'}}]}";

  private TeamsDouble teams;
  private TinyBot bot;
  private TeamsStage stage;

  @BeforeEach
  void start() throws Exception {
    Instant now = Instant.parse("2026-11-27T10:00:00Z");
    teams = TeamsDouble.start(TeamsSetup.with(() -> now, new Random(1)));
    teams.addPerson("Amira Haddad");
    teams.addPerson("Ben Okafor");
    teams.addChannel("approvals");
    bot = new TinyBot(teams).signedIn();
    stage = new TeamsStage(teams, name -> "part of " + name, "submitDraft", "Submit a draft");
  }

  @AfterEach
  void stop() {
    bot.close();
    teams.close();
  }

  private ObjectNode deed(String what) {
    return Json.object().put("as", teams.person("Amira").id()).put("do", what);
  }

  @Test
  void somebody_is_found_by_id_or_name_and_sees_their_own_chat() {
    teams.as("Ben").type("help");
    JsonNode scene = stage.before("Ben Okafor");
    assertThat(scene.path("me").asText()).isEqualTo(teams.person("Ben").id());
    assertThat(stage.before(teams.person("Ben").id()).path("me")).isEqualTo(scene.path("me"));
    assertThat(scene.path("direct").asText()).isEqualTo(teams.chat("Ben"));
    assertThat(scene.path("channels").toString()).contains("help").contains("approvals");
    assertThat(stage.before("Amira Haddad").toString()).doesNotContain("help");
  }

  @Test
  void what_is_said_after_the_bots_name_in_a_channel_mentions_it() {
    String channel = teams.channel("approvals").id();
    stage.carryOut(deed("say").put("channel", channel).put("text", "Hello all"));
    assertThat(bot.heard).isEmpty();
    stage.carryOut(deed("say").put("channel", channel).put("text", "@Herald help"));
    assertThat(bot.lastHeard().path("text").asText()).isEqualTo("<at>Herald</at> help");
  }

  @Test
  void a_press_takes_the_values_along_or_says_what_is_missing() throws Exception {
    teams.as("Amira").install();
    bot.send(teams.chat("Amira"), TinyBot.card(FORM));
    JsonNode message = stage.before("Amira Haddad").at("/channels/2/messages/0");
    ObjectNode press = deed("press").put("channel", teams.chat("Amira"));
    press.put("ts", message.path("ts").asText());
    press.set("action", message.at("/card/actions/0"));
    press.putObject("values").put("link", "");
    assertThat(stage.carryOut(press).at("/errors/Link").asText()).isEqualTo("Give one.");

    bot.answers =
        any ->
            "{\"statusCode\":200,\"type\":\"application/vnd.microsoft.activity.message\",\"value\":\"Taken.\"}";
    press.putObject("values").put("link", "https://a.example/").put("other", "x");
    assertThat(stage.carryOut(press).path("says").asText()).isEqualTo("Taken.");
    assertThat(bot.lastHeard().at("/value/action/data").toString())
        .isEqualTo("{\"id\":\"7\",\"link\":\"https://a.example/\"}");

    ((ObjectNode) press.path("action")).put("verb", "forged");
    assertThat(stage.carryOut(press).path("complaint").asText()).contains("not here any more");
  }

  @Test
  void what_nobody_can_do_is_a_complaint() {
    assertThat(stage.carryOut(deed("fly")).has("complaint")).isTrue();
    assertThat(stage.carryOut(deed("say").put("as", "nobody")).has("complaint")).isTrue();
  }
}
