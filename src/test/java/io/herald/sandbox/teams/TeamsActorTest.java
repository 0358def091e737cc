package io.herald.sandbox.teams;

import static io.herald.sandbox.teams.TinyBot.card;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.herald.sandbox.Complaint;
import io.herald.sandbox.Json;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeamsActorTest {
  private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
  private static final String FORM =
      "{'type':'AdaptiveCard','version':'1.5','body':["
          + "{'type':'Input.Text','id':'link','label':'Link','isRequired':true,'errorMessage':'Give a link.'},"
          + "{'type':'TextBlock','text':'This is no address.','color':'Attention'},"
          + "{'type':'Input.ChoiceSet','id':'topics','label':'Topics','isMultiSelect':true,'choices':["
          + "{'title':'Hiring','value':'h'},{'title':'News','value':'n'}]},"
          + "{'type':'Input.Toggle','id':'free','label':'Free','title':'People may edit'},"
          + "{'type':'FactSet','facts':[{'title':'From','value':'now'}]}],"
          + "'actions':[{'type':'Action.Execute','title':'Submit','verb':'submit','data':{'id':'7'}},"
          + "{'type':'Action.Submit','title':'Send','data':{'do':'send'}},"
          + "{'type':'Action.OpenUrl','title':'Look','url':'https://acme.example/'},"
          + "{'type':'Action.Submit','title':'Ask','data':{'msteams':{'type':'task/fetch'},'id':'9'}}]}";
  private static final String SHORT =
      "{'type':'AdaptiveCard','version':'1.5','body':[{'type':'TextBlock','text':'Thank you'}],"
          + "'actions':[{'type':'Action.Submit','title':'Done','data':{'do':'done'}}]}";

  private TeamsDouble teams;
  private TinyBot bot;
  private TeamsActor amira;

  @BeforeEach
  void start() throws Exception {
    teams = TeamsDouble.start(TeamsSetup.with(() -> NOW, new Random(1)));
    teams.addPerson("Amira Haddad");
    teams.addPerson("Ben Okafor");
    teams.addChannel("approvals");
    bot = new TinyBot(teams).signedIn();
    amira = teams.as("Amira");
  }

  @AfterEach
  void stop() {
    bot.close();
    teams.close();
  }

  private static String done(String type, String json) {
    return Json.text(
        Json.object()
            .put("statusCode", 200)
            .put("type", type)
            .set("value", Json.parse(json.replace('\'', '"')).orElseThrow()));
  }

  private static String task(String json) {
    String card =
        "{'contentType':'application/vnd.microsoft.card.adaptive','content':" + json + "}";
    String value = "{'title':'A form','height':'medium','width':'medium','card':" + card + "}";
    return ("{'task':{'type':'continue','value':" + value + "}}").replace('\'', '"');
  }

  private TeamsMessage form() throws Exception {
    amira.install();
    bot.send(teams.chat("Amira"), card(FORM));
    return amira.hears("This is no address.");
  }

  @Test
  void the_first_word_to_the_bot_installs_it_and_each_comes_with_a_good_token() throws Exception {
    amira.type("help");
    assertThat(bot.heard)
        .extracting(each -> each.activity().path("type").asText())
        .containsExactly("conversationUpdate", "installationUpdate", "message");
    JsonNode heard = bot.lastHeard();
    assertThat(heard.path("text").asText()).isEqualTo("help");
    assertThat(heard.path("serviceUrl").asText()).isEqualTo(teams.serviceUrl());
    assertThat(heard.path("from").has("email")).isFalse();
    assertThat(verified(bot.heard.get(2).authorization())).isEqualTo(teams.setup().appId());
  }

  private String verified(String authorization) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    JsonNode document = get(client, teams.openIdUrl());
    JsonNode key = get(client, document.path("jwks_uri").asText()).path("keys").get(0);
    assertThat(key.path("endorsements").toString()).contains("msteams");
    var spec = new RSAPublicKeySpec(number(key, "n"), number(key, "e"));
    String[] parts = authorization.replace("Bearer ", "").split("[.]");
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(KeyFactory.getInstance("RSA").generatePublic(spec));
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    return Json.parse(claims).orElseThrow().path("aud").asText();
  }

  private static BigInteger number(JsonNode key, String name) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(name).asText()));
  }

  private static JsonNode get(HttpClient client, String address) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
    return Json.parse(client.send(request, HttpResponse.BodyHandlers.ofString()).body())
        .orElseThrow();
  }

  @Test
  void in_a_channel_the_bot_hears_what_mentions_it_alone() {
    TeamsMessage said = amira.say("approvals", "Nothing for bots");
    assertThat(bot.heard).isEmpty();
    amira.mention(said, "use this channel");
    JsonNode heard = bot.lastHeard();
    assertThat(heard.path("text").asText()).isEqualTo("<at>Herald</at> use this channel");
    assertThat(heard.path("conversation").path("id").asText())
        .isEqualTo(teams.channel("approvals").id() + ";messageid=" + said.id());
    assertThat(heard.path("channelData").path("team").path("id").asText()).isEqualTo(teams.team());
  }

  @Test
  void a_card_is_read_and_pressed_by_its_labels() throws Exception {
    TeamsMessage form = form();
    assertThat(form.buttons()).containsExactly("Submit", "Send", "Look", "Ask");
    assertThat(form.inputs()).containsExactly("Link", "Topics", "Free");
    assertThat(form.facts()).containsExactly("From: now");
    assertThat(form.link("Look")).contains("https://acme.example/");
    assertThat(amira.press("Look", form).link()).isEqualTo("https://acme.example/");
    assertThat(amira.form(form).errors()).containsEntry("Link", "This is no address.");
    assertThatThrownBy(() -> amira.press("Go", form)).isInstanceOf(AssertionError.class);
  }

  @Test
  void inputs_go_along_and_the_client_stops_what_is_missing() throws Exception {
    TeamsForm form = amira.form(form());
    int before = bot.heard.size();
    assertThat(form.press("Submit").errors()).containsEntry("Link", "Give a link.");
    assertThat(bot.heard).hasSize(before);

    bot.answers = any -> done("application/vnd.microsoft.card.adaptive", SHORT);
    form.fill("Link", "https://a.example/").fill("Topics", "Hiring", "News").fill("Free", "yes");
    assertThat(form.press("Submit").shown()).isEqualTo("Thank you");
    JsonNode action = bot.lastHeard().path("value").path("action");
    assertThat(bot.lastHeard().path("name").asText()).isEqualTo("adaptiveCard/action");
    assertThat(action.path("data").toString())
        .isEqualTo(
            "{\"id\":\"7\",\"link\":\"https://a.example/\",\"topics\":\"h,n\",\"free\":\"true\"}");
    assertThat(form.shown()).isEqualTo("Thank you");
  }

  @Test
  void the_answer_to_a_press_is_seen_by_the_presser_until_the_message_changes() throws Exception {
    String place = teams.channel("approvals").id();
    String id = bot.send(place, card(FORM)).body().path("id").asText();
    TeamsMessage message = amira.sees("approvals", "This is no address.");
    bot.answers = any -> done("application/vnd.microsoft.card.adaptive", SHORT);
    TeamsOutcome first = amira.form(message).fill("Link", "x").press("Submit");
    assertThat(amira.now(message).orElseThrow().shown()).isEqualTo("Thank you");
    assertThat(teams.as("Ben").now(message).orElseThrow().shown()).contains("Link");
    amira.again(message, first);
    assertThat(bot.heard.get(1).activity()).isEqualTo(bot.heard.get(0).activity());
    bot.call("PUT", "conversations/" + TinyBot.escaped(place) + "/activities/" + id, card(FORM));
    assertThat(amira.now(message).orElseThrow().shown()).contains("Link");
  }

  @Test
  void an_answer_that_teams_does_not_know_is_a_complaint() throws Exception {
    TeamsForm form = amira.form(form()).fill("Link", "x");
    bot.answers = any -> "";
    assertThatThrownBy(() -> form.press("Submit")).isInstanceOf(Complaint.class);
    bot.answers = any -> done("application/vnd.microsoft.card.adaptive", "{'type':'Nothing'}");
    assertThatThrownBy(() -> form.press("Submit")).isInstanceOf(ConnectorError.class);
    bot.answers = any -> "{\"statusCode\":200,\"type\":\"text\",\"value\":\"x\"}";
    assertThatThrownBy(() -> form.press("Submit")).isInstanceOf(Complaint.class);
    bot.answers = any -> done("application/vnd.microsoft.activity.message", "'Taken.'");
    assertThat(form.press("Submit").says()).isEqualTo("Taken.");
  }

  @Test
  void a_submit_is_a_message_with_a_value() throws Exception {
    TeamsMessage message = form();
    amira.form(message).fill("Link", "x").press("Send");
    JsonNode heard = bot.lastHeard();
    assertThat(heard.path("type").asText()).isEqualTo("message");
    assertThat(heard.has("text")).isFalse();
    assertThat(heard.path("value").path("do").asText()).isEqualTo("send");
    assertThat(heard.path("replyToId").asText()).isEqualTo(message.id());
  }

  @Test
  void a_button_opens_a_dialog_that_submits_until_it_closes() throws Exception {
    TeamsForm form = amira.form(form()).fill("Link", "x");
    bot.answers = any -> task(SHORT);
    form.press("Ask");
    assertThat(bot.lastHeard().path("name").asText()).isEqualTo("task/fetch");
    assertThat(bot.lastHeard().path("value").path("data").path("id").asText()).isEqualTo("9");
    assertThat(amira.dialog().title()).isEqualTo("A form");
    TeamsOutcome sent = amira.dialog().press("Done");
    assertThat(bot.lastHeard().path("name").asText()).isEqualTo("task/submit");
    assertThat(amira.hasDialog()).isTrue();
    bot.answers = any -> "{\"task\":{\"type\":\"message\",\"value\":\"Sent.\"}}";
    assertThat(amira.again(sent).says()).isEqualTo("Sent.");
    assertThat(amira.hasDialog()).isFalse();
  }

  @Test
  void markdown_is_read_as_people_see_it() {
    assertThat(Markdown.read("**Amira** wrote \\*no\\* [the \\[page\\]](https://a.example/) \\_x"))
        .isEqualTo("Amira wrote *no* the [page] _x");
    assertThat(Markdown.read("1\\. at {{DATE(2026-11-27T10:00:00Z,SHORT)}}\n\nnext"))
        .isEqualTo("1. at 2026-11-27T10:00:00Z\nnext");
  }

  @Test
  void the_message_extension_takes_a_message_along() {
    TeamsMessage said = amira.say("approvals", "We <won> & celebrate");
    bot.answers = any -> task(SHORT);
    amira.extension("draft", said);
    JsonNode value = bot.lastHeard().path("value");
    assertThat(bot.lastHeard().path("name").asText()).isEqualTo("composeExtension/fetchTask");
    assertThat(value.path("messagePayload").path("body").path("content").asText())
        .isEqualTo("<div>We &lt;won&gt; &amp; celebrate</div>");
    bot.answers = any -> "";
    amira.dialog().press("Done");
    JsonNode submitted = bot.lastHeard();
    assertThat(submitted.path("name").asText()).isEqualTo("composeExtension/submitAction");
    assertThat(submitted.path("value").path("commandId").asText()).isEqualTo("draft");
    assertThat(submitted.path("value").has("messagePayload")).isTrue();
    assertThat(amira.hasDialog()).isFalse();
  }

  @Test
  void a_tenant_that_is_kept_is_found_again(@TempDir Path directory) throws Exception {
    TeamsSetup setup = TeamsSetup.with(() -> NOW, new Random(2)).keptIn(directory);
    String chat;
    try (TeamsDouble first = TeamsDouble.start(setup);
        TinyBot its = new TinyBot(first)) {
      first.addPerson("Amira Haddad");
      first.as("Amira").type("help");
      chat = first.chat("Amira");
      assertThat(its.heard).hasSize(3);
    }
    try (TeamsDouble second = TeamsDouble.start(setup);
        TinyBot its = new TinyBot(second).signedIn()) {
      assertThat(second.isNew()).isFalse();
      assertThat(its.send(chat, TinyBot.words("Hello")).status()).isEqualTo(201);
      assertThat(second.chatOf("Amira"))
          .extracting(TeamsMessage::text)
          .containsExactly("help", "Hello");
    }
  }
}
