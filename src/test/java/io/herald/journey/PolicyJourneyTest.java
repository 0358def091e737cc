package io.herald.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.journey.Colleague.Seen;
import io.herald.network.Network;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A policy from its publication to what readers see of it, the same on each face. */
class PolicyJourneyTest {
  private static final String WORDS =
      "We have been building this for a year, and today you can see it: the new trains run"
          + " quietly and they are on time. Come and ride one with us, from Lisbon to Porto and"
          + " back. Call +44 20 7946 0958 for a seat. I am proud of the team.";

  @ParameterizedTest
  @EnumSource(
      value = Face.class,
      names = {"SLACK", "TEAMS"})
  void what_lawyers_ask_for_holds_from_the_policy_to_what_readers_see(Face face) {
    try (Organisation acme = face.open()) {
      acme.dan().types("help");
      draft(acme.amira());
      // By then it is known who is an admin.
      acme.everyCardShows("The trains", "Waiting for an approver");
      publish(acme.dan());
      joinHavingRead(acme.ben());
      joinFirst(acme.otto());
      disclose(acme.dan());

      letThrough(acme.clara());
      shareWithDisclosure(acme);
      readAndShare(acme.otto());

      changeRules(acme.dan());
      discloseOtherwise(acme);
      publishAgain(acme.dan());
      Seen asked = acme.ben().hears("There is a new version of this policy", "Be kinder.");
      acme.ben().press("I have read it", asked);
      acme.ben().types("policy");
      acme.ben().isTold("Version 2", "You acknowledged it");
      acme.orderly().run();
    }
  }

  private static void publish(Colleague dan) {
    dan.types("policy publish");
    var form = dan.isAsked("Publish a policy");
    form.fill("Title", "Sharing at Acme").fill("Link", "acme.example");
    assertThat(form.fill("What matters in it", "Be kind.").send("Publish")).containsKey("Link");
    assertThat(form.fill("Link", "https://acme.example/policy").send("Publish")).isEmpty();
  }

  private static void joinHavingRead(Colleague ben) {
    ben.types("join");
    Seen policy = ben.isTold("Before you join", "Sharing at Acme", "Be kind.");
    assertThat(policy.link("Open the policy")).contains("https://acme.example/policy");
    ben.press("I have read it: join", policy);
    ben.types("policy");
    ben.isTold("Sharing at Acme", "You acknowledged it", "in English");
    ben.types("join");
    ben.isTold("You had joined before");
  }

  private static void joinFirst(Colleague otto) {
    otto.types("join");
    otto.press("Join, read it later", otto.isTold("Before you join"));
    otto.types("policy");
    otto.isTold("You have not acknowledged it yet");
  }

  private static void disclose(Colleague dan) {
    dan.types("policy disclosure");
    var form = dan.isAsked("Disclosure");
    form.fill("How much it matters", "Required: nothing is shared without it")
        .fill("What is said", "I work for Acme, and this is what I think.")
        .fill("Shorter form", "#AcmeEmployee");
    assertThat(form.send("Save")).isEmpty();
  }

  private static void draft(Colleague amira) {
    amira.types("draft https://acme.example/trains " + WORDS);
    var form = amira.isAsked("New draft").fill("Headline", "The trains");
    assertThat(form.send("Submit").get("Post text")).contains("+44 20 7946 0958");
    assertThat(form.fill("If a check stops this draft", "Ask an approver").send("Submit"))
        .isEmpty();
  }

  private static void letThrough(Colleague clara) {
    Seen held = clara.reviews("The trains", "Blocks", "+44 20 7946 0958");
    assertThat(held.buttons()).contains("Let it through").doesNotContain("Approve");
    clara.press("Let it through", held);
    var form = clara.isAsked("Let it through");
    assertThat(form.fill("Reason", "The ticket office wants calls.").send("Let through")).isEmpty();
    clara.press("Approve", clara.reviews("The trains", "The ticket office wants calls."));
  }

  private static void shareWithDisclosure(Organisation acme) {
    Seen card = acme.clara().reviews("The trains", "Disclosure");
    assertThat(card.shown()).contains("I work for Acme", "#AcmeEmployee");

    Seen post = acme.ben().hears("because you follow General", "The trains");
    String full = text(acme.open(post.link("Share on LinkedIn").orElseThrow()));
    assertThat(full).startsWith("I work for Acme, and this is what I think.").contains("quietly");
    String tight = text(acme.open(post.link("Share on X with #AcmeEmployee").orElseThrow()));
    assertThat(tight).startsWith("We have been").contains("team.\n\n#AcmeEmployee\n\nhttp");
    assertThat(Network.X.length(tight).fits()).isTrue();
  }

  /** What the composer opens with. */
  private static String text(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(302);
    String address = answer.headers().firstValue("Location").orElseThrow();
    return URLDecoder.decode(
        address.replaceAll(".*[?&]text=([^&]*).*", "$1"), StandardCharsets.UTF_8);
  }

  private static void readAndShare(Colleague otto) {
    Seen waits = otto.hears("Before your first share, please read");
    assertThat(waits.buttons()).noneMatch(label -> label.startsWith("Share on"));
    otto.press("Read the policy", waits);
    otto.types("policy");
    otto.press("Read and acknowledge", otto.isTold("Sharing at Acme"));
    otto.types("feed");
    otto.isTold("The trains", "Read the policy");
  }

  /** A card in hand keeps its links: they share under the rule of now, and it is drawn anew. */
  private static void discloseOtherwise(Organisation acme) {
    Seen old = acme.ben().hears("because you follow General", "#AcmeEmployee");
    String link = old.link("Share on X with #AcmeEmployee").orElseThrow();
    acme.dan().types("policy disclosure");
    var form = acme.dan().isAsked("Disclosure");
    assertThat(form.fill("Shorter form", "#AcmeTeam").send("Save")).isEmpty();
    assertThat(text(acme.open(link))).contains("\n\n#AcmeTeam\n\nhttp");
    assertThat(acme.ben().hears("because you follow General", "#AcmeTeam").buttons())
        .contains("Share on X with #AcmeTeam");
  }

  /** Rules that come into force are tried on what is live. */
  private static void changeRules(Colleague dan) {
    dan.types("policy packs");
    dan.press("Switch off", dan.isTold("packs of rules are in force", "Switch off"));
    dan.types("policy packs");
    dan.press("Switch on", dan.isTold("packs of rules are in force", "Switch on"));
    dan.hears("New rules", "The trains");
  }

  private static void publishAgain(Colleague dan) {
    dan.types("policy");
    dan.press("New version", dan.isTold("Sharing at Acme", "New version"));
    var form = dan.isAsked("New version");
    assertThat(form.text("Title")).isEqualTo("Sharing at Acme");
    assertThat(form.fill("What matters in it", "Be kinder.").send("Publish")).isEmpty();
  }
}
