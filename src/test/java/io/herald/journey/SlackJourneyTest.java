package io.herald.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.sandbox.Message;
import io.herald.sandbox.Modal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a draft meets in Slack alone; the story that is the same everywhere is another. */
class SlackJourneyTest {
  private final Office office = new Office();

  @AfterEach
  void close() {
    office.close();
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
}
