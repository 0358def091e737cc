package io.herald.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.sandbox.Message;
import io.herald.sandbox.Modal;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A lead plans a campaign, looks at it, sends it and watches it. */
class CampaignJourneyTest {
  private final Office office = new Office();

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void a_campaign_is_planned_looked_at_tested_and_sent() {
    office.join(office.ben());
    office.join(office.otto());
    held("Autumn fair");

    office.dan().command("/herald campaign new");
    Modal form = office.dan().modal("New campaign");
    form.fill("Name", "Fair").fill("Event starts", day(10) + "T09:00").fill("Target", "many");
    form.submit();
    assertThat(form.errors()).containsOnlyKeys("Event ends", "Target");
    assertThat(form.text("Name")).isEqualTo("Fair");
    form.fill("Event ends", day(12) + "T18:00").fill("Target", "50").submit();

    Message draft = card("Choose what to send");
    assertThat(draft.buttons()).contains("Edit", "Copy", "Delete").doesNotContain("Send me a test");
    office.until(
        "the channels to be looked up",
        () -> !office.slack.ledger().calls("usergroups.list").isEmpty());
    office.dan().press("Edit", draft);
    form = office.dan().modal("Edit campaign");
    assertThat(form.text("Target")).isEqualTo("50");
    form.fill("Goal", "Meet 200 people")
        .fill("Posts", "Autumn fair (held)")
        .fill("Audience", "Everybody who joined")
        .fill("Channels", "Channel #news")
        .submit();

    Message ready = card("2 people get it now");
    assertThat(ready.shown())
        .contains("Meet 200 people", "Autumn fair", "Channel #news, Everybody who joined")
        .contains("50 shares", "One channel gets one card")
        .containsPattern("less than a minute at the present rate \\(\\d+ a minute\\)");
    office.dan().press("Send me a test", ready);
    assertThat(office.dan().hears("A test: this is what members get.").shown())
        .contains("Autumn fair");

    office.dan().press("Send to 2 people", ready);
    Modal sure = office.dan().modal("Send campaign");
    assertThat(sure.shown()).contains("2 people get it now");
    office.join(office.clara());
    sure.fill("Are you sure?", "Send to 2 people").submit();
    assertThat(sure.errors().get("Are you sure?")).contains("it is 3 people now, not 2");
    sure.close();

    office.dan().press("Send to 3 people", card("3 people get it now"));
    office.dan().modal("Send campaign").fill("Are you sure?", "Send to 3 people").submit();

    office.ben().hears("Autumn fair");
    office.otto().hears("Autumn fair");
    office.clara().hears("Autumn fair");
    office.slack.awaitIn("news", m -> m.shown().contains("Autumn fair"));
    Message sent = card("All of it was sent");
    assertThat(sent.shown()).contains("3 of 3", "Delivered", "by fewer than 5 people (target 50)");
    assertThat(sent.ts()).isEqualTo(ready.ts());
    assertThat(sent.buttons()).contains("Cancel", "Copy").doesNotContain("Pause");

    office.dan().press("CSV", sent);
    Message file = office.slack.awaitEphemeral("U0DAN", m -> m.shown().contains("within an hour"));
    Matcher address = Pattern.compile("/x/[0-9A-Za-z]{22}").matcher(String.valueOf(file.json()));
    assertThat(address.find()).isTrue();
    String there = "http://127.0.0.1" + address.group();
    assertThat(office.open(there).body()).contains("Download");
    assertThat(office.open(there).statusCode()).as("opening it takes nothing").isEqualTo(200);
    HttpResponse<String> csv = office.send("POST", there);
    assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
    assertThat(csv.body()).contains("\"Autumn fair\",\"ben\",\"U0BEN\",\"delivered\"");
    assertThat(office.send("POST", there).statusCode()).isEqualTo(410);
    assertThat(office.open(there + "0").statusCode()).isEqualTo(404);

    office.dan().command("/herald campaign");
    Message list =
        office.slack.awaitEphemeral("U0DAN", m -> m.shown().contains("All of it was sent"));
    assertThat(list.shown()).contains("Fair", "3 of 3");
  }

  @Test
  void a_campaign_belongs_to_leads() {
    office.join(office.ben());
    office.ben().command("/herald campaign new");
    office.slack.awaitEphemeral(
        "U0BEN", m -> m.shown().contains("Only a comms lead or an admin can do this."));
  }

  /** Dan's card of the campaign, once something stands on it. */
  private Message card(String words) {
    return office.slack.awaitDm("U0DAN", m -> m.shown().contains(words));
  }

  /** An approved post that waits for a campaign. */
  private void held(String headline) {
    office.draft(office.amira(), headline);
    office.dan().press("Hold for a campaign", office.review(headline, "Waiting for an approver"));
    Message review =
        office.slack.awaitIn(
            "approvals",
            m ->
                m.shown().contains(headline)
                    && m.buttons().contains("Approve")
                    && !m.buttons().contains("Hold for a campaign"));
    office.clara().press("Approve", review);
    office.review(headline, "Held for a campaign");
  }

  private static LocalDate day(int days) {
    return LocalDate.now(java.time.ZoneOffset.UTC).plusDays(days);
  }
}
