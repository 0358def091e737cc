package io.herald.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.journey.Colleague.Asked;
import io.herald.journey.Colleague.Seen;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The story of a post, word for word the same wherever an organisation has Herald. */
@ParameterizedClass(name = "in {0}")
@EnumSource(Face.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneyTest {
  private static final String WAITING = "Waiting for an approver";

  @Parameter Face face;
  private Organisation acme;
  private Colleague amira;
  private Colleague ben;
  private Colleague clara;
  private Colleague otto;
  private Colleague dan;

  @BeforeParameterizedClassInvocation
  void open() {
    acme = face.open();
    amira = acme.amira();
    ben = acme.ben();
    clara = acme.clara();
    otto = acme.otto();
    dan = acme.dan();
  }

  @AfterEach
  void nothing_was_asked_that_a_platform_refuses() {
    acme.orderly().run();
  }

  @AfterParameterizedClassInvocation
  void close() {
    acme.close();
  }

  @Test
  void a_draft_is_mended_approved_received_shared_and_withdrawn() {
    ben.types("join");
    ben.isTold("You have joined");
    String status = draftWithAMistake();
    changesAreRequested();
    amira.press("Edit and resubmit", amira.hears("The garden", "Edit and resubmit"));
    Asked again = amira.isAsked("Edit and resubmit");
    assertThat(again.text("Headline")).isEqualTo("The garden");
    assertThat(again.fill("Post text", "Our garden in Lisbon is open.").send("Submit")).isEmpty();

    acme.everyCardShows("in Lisbon", WAITING);
    Seen late = otto.reviews("in Lisbon", WAITING);
    clara.press("Approve", clara.reviews("in Lisbon", WAITING));
    clara.press("Undo", clara.reviews("in Lisbon", "Undo"));
    acme.everyCardShows("in Lisbon", WAITING);
    assertThat(ben.hasHeard("because you follow")).isFalse();
    clara.press("Approve", clara.reviews("in Lisbon", "Approve"));
    acme.everyCardIsDecided("in Lisbon", "Approved by");
    otto.press("Approve", late);
    assertThat(otto.isTold("Already approved by").shown()).containsIgnoringCase("@clara");

    Seen post = ben.hears("The garden", "because you follow General");
    acme.everyCardShows("in Lisbon", "It is live");
    assertThat(amira.hears("live. Thank you!").at()).isEqualTo(status);
    String link = post.link("Share on LinkedIn").orElseThrow();
    String tracked = shared(link);
    lookedBackOn();
    withdrawn(post, link, tracked);
  }

  /** Gives where the author follows it. */
  private String draftWithAMistake() {
    amira.types("draft https://acme.example/garden Our garden is open.");
    Asked form = amira.isAsked("New draft");
    assertThat(form.text("Link")).isEqualTo("https://acme.example/garden");
    assertThat(form.text("Post text")).isEqualTo("Our garden is open.");
    form.fill("Link", "javascript:alert(1)")
        .fill("Headline", "The garden")
        .fill("Image link", "https://acme.example/garden.png");
    assertThat(form.send("Submit")).containsOnlyKeys("Link", "Image description");
    assertThat(form.text("Headline")).isEqualTo("The garden");
    form.fill("Link", "https://acme.example/garden").fill("Image description", "Roses");
    assertThat(form.send("Submit")).isEmpty();
    Seen status = amira.hears("Your draft is in review");
    assertThat(status.buttons()).contains("Withdraw draft", "Read all");
    return status.at();
  }

  private void changesAreRequested() {
    Seen card = acme.everyCardShows("The garden", WAITING);
    assertThat(card.buttons()).contains("Approve", "Request changes", "Reject");
    assertThat(card.shown()).contains("Our garden is open.", "LinkedIn", "1 person");
    ben.press("Approve", ben.reviews("The garden", WAITING));
    ben.isTold("Only an approver can do this");

    clara.press("Request changes", clara.reviews("The garden", WAITING));
    Asked why = clara.isAsked("Request changes");
    assertThat(why.fill("Reason", "Name the city.").send("Send")).isEmpty();
    amira.hears("Name the city.", "Changes requested by");
    acme.everyCardIsDecided("The garden", "Changes requested by");
  }

  /** Gives what the public opens. */
  private String shared(String link) {
    HttpResponse<String> composer = acme.open(link);
    assertThat(composer.statusCode()).isEqualTo(302);
    String address = composer.headers().firstValue("Location").orElseThrow();
    assertThat(address)
        .startsWith(
            "https://www.linkedin.com/feed/?shareActive=true&text=Our%20garden%20in%20Lisbon");
    String tracked =
        "http://127.0.0.1/c/" + address.replaceAll(".*%2Fc%2F([A-Za-z0-9]{10}).*", "$1");
    HttpResponse<String> visit = acme.open(tracked);
    assertThat(visit.statusCode()).isEqualTo(302);
    assertThat(visit.headers().firstValue("Location").orElseThrow())
        .isEqualTo(
            "https://acme.example/garden?utm_source=linkedin&utm_medium=employee"
                + "&utm_campaign=general");
    return tracked;
  }

  private void lookedBackOn() {
    ben.types("feed");
    assertThat(ben.isTold("The garden").buttons())
        .contains("Share on LinkedIn")
        .doesNotContain("Withdraw");
    ben.types("mine");
    ben.isTold("Your shares", "The garden", "on LinkedIn, ");
    amira.types("mine");
    amira.isTold("Your drafts", "The garden");
    ben.findsAtHome("The garden");
    clara.findsAtHome("Nothing waits for a decision");
  }

  private void withdrawn(Seen post, String link, String tracked) {
    dan.types("feed");
    dan.press("Withdraw", dan.isTold("The garden", "Withdraw"));
    assertThat(dan.isAsked("Withdraw").fill("Why", "The roses are gone.").send("Send")).isEmpty();
    assertThat(ben.hears("was withdrawn, so please do not share").at()).isEqualTo(post.at());
    ben.hears("which you shared, was withdrawn", "The roses are gone.");
    acme.everyCardShows("in Lisbon", "Withdrawn: The roses are gone.");
    assertThat(acme.open(link).statusCode()).isEqualTo(410);
    assertThat(acme.open(link).body()).contains("The roses are gone.");
    assertThat(acme.open(tracked).statusCode()).isEqualTo(410);
    assertThat(acme.open(tracked).body()).doesNotContain("The roses are gone.");
  }

  @Test
  void nobody_decides_on_their_own_draft_and_an_author_takes_it_back() {
    otto.types("draft https://acme.example/talk My talk is online.");
    assertThat(otto.isAsked("New draft").fill("Headline", "My own talk").send("Submit")).isEmpty();
    otto.press("Approve", otto.reviews("My own talk", WAITING));
    otto.isTold("somebody else must decide");
    acme.everyCardShows("My own talk", "Approve");

    otto.press("Withdraw draft", otto.hears("My own talk", "Withdraw draft"));
    otto.hears("You took this draft back");
    acme.everyCardIsDecided("My own talk", "The author took this draft back");
  }

  @Test
  void a_typo_is_helped() {
    amira.types("fede");
    Seen help = amira.isTold("Did you mean");
    assertThat(help.buttons()).containsExactly("feed");
    amira.types("help");
    amira.isTold("What you can do", "Draft a post");
  }
}
