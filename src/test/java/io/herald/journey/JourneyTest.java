package io.herald.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.sandbox.Message;
import io.herald.sandbox.Modal;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JourneyTest {
  private final Office office = new Office();

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void a_draft_is_written_approved_received_shared_and_withdrawn() {
    office.join(office.ben());
    office.amira().command("/herald draft https://acme.example/jobs Come and work with us.");
    Modal form = office.amira().modal("New draft");
    assertThat(form.text("Link")).isEqualTo("https://acme.example/jobs");
    assertThat(form.text("Post text")).isEqualTo("Come and work with us.");
    form.fill("Headline", "We are hiring").submit();

    Message mine = office.amira().hears("Your draft is in review");
    assertThat(mine.buttons()).contains("Withdraw draft", "Read all");
    Message card = office.review("We are hiring", "Waiting for an approver");
    assertThat(card.buttons()).contains("Approve", "Request changes", "Reject");
    assertThat(card.shown()).contains("LinkedIn").contains("1 person");

    office.clara().press("Approve", card);
    Message approved = office.review("We are hiring", "Approved by");
    assertThat(approved.buttons()).contains("Undo").doesNotContain("Approve");

    Message post = office.ben().hears("because you follow General");
    office.review("We are hiring", "It is live");
    assertThat(office.amira().hears("live. Thank you!").ts()).isEqualTo(mine.ts());

    String link = post.link("Share on LinkedIn").orElseThrow();
    HttpResponse<String> composer = office.open(link);
    assertThat(composer.statusCode()).isEqualTo(302);
    String address = composer.headers().firstValue("Location").orElseThrow();
    assertThat(address)
        .startsWith("https://www.linkedin.com/feed/?shareActive=true&text=Come%20and%20work");
    String tracked = address.replaceAll(".*%2Fc%2F([A-Za-z0-9]{10}).*", "$1");
    HttpResponse<String> visit = office.open("http://127.0.0.1/c/" + tracked);
    assertThat(visit.statusCode()).isEqualTo(302);
    assertThat(visit.headers().firstValue("Location").orElseThrow())
        .isEqualTo(
            "https://acme.example/jobs?utm_source=linkedin&utm_medium=employee"
                + "&utm_campaign=general");

    office.dan().home().pressAfter("We are hiring", "Withdraw");
    office.dan().modal("Withdraw").fill("Why", "The job is taken.").submit();
    assertThat(office.ben().hears("was withdrawn, so please do not share").ts())
        .isEqualTo(post.ts());
    assertThat(office.ben().hears("which you shared, was withdrawn").shown())
        .contains("The job is taken.");
    assertThat(office.open(link).statusCode()).isEqualTo(410);
    assertThat(office.open(link).body()).contains("The job is taken.");
    HttpResponse<String> gone = office.open("http://127.0.0.1/c/" + tracked);
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(gone.body()).doesNotContain("The job is taken.");
  }

  @Test
  void mistakes_are_shown_at_their_field_and_everything_typed_is_kept() {
    office.amira().command("/herald draft");
    Modal form = office.amira().modal("New draft");
    form.fill("Link", "javascript:alert(1)")
        .fill("Headline", "Fine")
        .fill("Post text", "Also fine")
        .fill("Image link", "https://acme.example/a.png");
    form.submit();
    assertThat(form.errors()).containsOnlyKeys("Link", "Image description");
    assertThat(form.text("Headline")).isEqualTo("Fine");

    form.fill("Link", "https://acme.example/").fill("Image description", "A garden").submit();
    office.review("Fine", "Waiting for an approver");
  }

  @Test
  void a_wording_is_added_within_the_form_and_nothing_typed_is_lost() {
    office.amira().command("/herald draft https://acme.example/ Long words for all.");
    Modal form = office.amira().modal("New draft");
    form.fill("Headline", "Two ways to say it");
    form.press("Add a wording for X");
    office.until("the form to grow", () -> form.labels().contains("Wording for X"));
    assertThat(form.text("Headline")).isEqualTo("Two ways to say it");
    form.fill("Wording for X", "x".repeat(300)).submit();
    assertThat(form.errors()).containsOnlyKeys("Wording for X");
    form.fill("Wording for X", "Short.").submit();
    assertThat(office.review("Two ways", "Waiting").shown()).contains("On X, ", "Short.");
  }

  @Test
  void a_longer_text_opens_the_form_with_what_fits_and_is_kept_whole() {
    String words = "Very long. ".repeat(400).strip();
    office.amira().command("/herald draft https://acme.example/ " + words);
    Modal form = office.amira().modal("New draft");
    assertThat(form.shown()).contains("4,399 characters");
    assertThat(form.text("Post text")).hasSize(3_000);
    form.fill("Headline", "A long story").submit();

    office.clara().press("Read all", office.review("A long story", "Read all"));
    assertThat(office.clara().modal("Read all").shown()).contains("The whole text as it was sent");
  }

  @Test
  void changes_are_requested_and_the_next_round_is_approved() {
    office.draft(office.amira(), "First try");
    Message card = office.review("First try", "Waiting for an approver");
    office.clara().press("Request changes", card);
    Modal why = office.clara().modal("Request changes");
    why.fill("Reason", "Name the city.").submit();

    office.amira().hears("Name the city.");
    office.amira().hears("Changes requested by");
    office.until(
        "the buttons to follow", () -> status(office).buttons().contains("Edit and resubmit"));
    office.amira().press("Edit and resubmit", status(office));
    Modal form = office.amira().modal("Edit and resubmit");
    assertThat(form.text("Headline")).isEqualTo("First try");
    form.fill("Post text", "Come to Lisbon.").submit();

    Message second = office.review("Come to Lisbon.", "Waiting for an approver");
    assertThat(second.ts()).isNotEqualTo(card.ts());
    office.otto().press("Approve", second);
    office.review("Come to Lisbon.", "It is live");
  }

  private static Message status(Office office) {
    return office.slack.awaitDm(
        "U0AMIRA", m -> m.buttons().contains("Read all") && m.shown().contains("First try"));
  }

  @Test
  void a_click_on_an_older_card_is_told_so_and_a_second_decision_who_was_first() {
    office.draft(office.amira(), "Old news");
    Message card = office.review("Old news", "Waiting for an approver");
    office.clara().press("Approve", card);
    office.otto().press("Approve", card);
    assertThat(office.otto().sees("Already approved by").shown()).contains("clara");
  }

  @Test
  void an_approval_can_be_undone_before_anything_left() {
    office.join(office.ben());
    office.draft(office.amira(), "Too soon");
    office.clara().press("Approve", office.review("Too soon", "Waiting for an approver"));
    office.clara().press("Undo", office.review("Too soon", "Undo"));
    Message again = office.review("Too soon", "Waiting for an approver");
    assertThat(again.buttons()).contains("Approve").doesNotContain("Undo");
    assertThat(office.slack.dm("U0BEN")).noneMatch(m -> m.shown().contains("because you follow"));
  }

  @Test
  void an_image_that_slack_refuses_is_left_out_and_the_author_is_asked_for_another() {
    office.amira().command("/herald draft https://acme.example/ Look at this.");
    office
        .amira()
        .modal("New draft")
        .fill("Headline", "With a picture")
        .fill("Image link", "https://broken.example/a.png")
        .fill("Image description", "A garden")
        .submit();
    Message card = office.review("With a picture", "The image could not be loaded");
    assertThat(card.buttons()).contains("Approve");
    office.amira().hears("give another link");
  }

  @Test
  void a_post_is_held_for_a_campaign_until_a_lead_publishes_it() {
    office.join(office.ben());
    office.draft(office.amira(), "Later");
    office.dan().press("Hold for a campaign", office.review("Later", "Waiting for an approver"));
    office.clara().press("Approve", office.review("Later", "Approve"));
    Message held = office.review("Later", "Held for a campaign");
    office.until(
        "Publish now", () -> office.review("Later", "Held").buttons().contains("Publish now"));
    office.dan().press("Publish now", held(held.ts()));
    office.ben().hears("Words about Later");
  }

  private Message held(String ts) {
    return office.slack.message("C0APPROVALS", ts).orElseThrow();
  }

  @Test
  void what_members_write_pings_nobody() {
    office.join(office.ben());
    office.amira().command("/herald draft");
    office
        .amira()
        .modal("New draft")
        .fill("Link", "https://acme.example/?a=1&b=<!channel>")
        .fill("Headline", "<!channel> & <@U0BEN>")
        .fill("Post text", "<!here> <!everyone> <https://evil.example|https://acme.example>")
        .fill("Note for approvers", "<!channel> *now*")
        .submit();
    office.clara().press("Approve", office.review("& <@U0BEN>", "Waiting for an approver"));
    office.ben().hears("because you follow");
    assertThat(office.slack.ledger().pings()).isEmpty();
    assertThat(office.slack.ledger().refusals()).isEmpty();
  }

  @Test
  void nobody_decides_who_may_not_and_they_are_told_why() {
    office.draft(office.amira(), "Mine");
    Message card = office.review("Mine", "Waiting for an approver");
    office.ben().press("Approve", card);
    office.ben().sees("Only an approver can do this");
    office.draft(office.otto(), "My own");
    office.otto().press("Approve", office.review("My own", "Waiting"));
    office.otto().sees("somebody else must decide");
    assertThat(office.review("Mine", "Waiting").buttons())
        .containsAll(List.of("Approve", "Reject"));
  }
}
