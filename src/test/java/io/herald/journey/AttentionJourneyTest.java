package io.herald.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.sandbox.Message;
import io.herald.sandbox.Modal;
import io.herald.store.Database;
import io.herald.testkit.TestDatabase;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.junit.jupiter.api.Test;

/** Members choose how much they are asked, and what waits reminds, over HTTP. */
class AttentionJourneyTest {

  @Test
  void a_member_chooses_pauses_and_comes_back_in_one_form() {
    try (var office = new Office()) {
      office.join(office.ben());
      office.ben().command("/herald settings");
      Modal form = office.ben().modal("Settings");
      assertThat(chosen(form, "Asks a week")).isEqualTo("none");

      form.fill("Quiet from", "22:00").submit();
      assertThat(form.errors()).containsOnlyKeys("Quiet until");
      form.press("Pause for two weeks");
      office.until("the pause", () -> form.shown().contains("You paused"));
      assertThat(chosen(form, "Quiet from")).isEqualTo("22:00");
      form.fill("Quiet until", "07:00").fill("Asks a week", "At most 2").submit();
      assertThat(form.errors()).isEmpty();

      office.join(office.amira());
      office.live(office.otto(), "While he rests");
      office.amira().hears("While he rests");
      office.ben().command("/herald asks");
      assertThat(office.ben().sees("You are asked at most").shown())
          .contains("2 times a week; this week it was 0");

      office.ben().command("/herald settings");
      Modal again = office.ben().modal("Settings");
      assertThat(chosen(again, "Quiet from")).isEqualTo("22:00");
      again.fill("Quiet from", "No quiet hours").fill("Quiet until", "No quiet hours");
      again.press("Resume now");
      office.until("the end of it", () -> !again.shown().contains("You paused"));
      again.submit();
      office.live(office.otto(), "When he is back");
      office.ben().hears("When he is back");
      assertThat(
              office.slack.dm("U0BEN").stream().filter(m -> m.shown().contains("While he rests")))
          .isEmpty();
    }
  }

  @Test
  void what_waits_reminds_in_the_thread_then_who_may_decide_then_the_admins() {
    var soon =
        Map.of(
            "HERALD_REMIND_THREAD", "1s",
            "HERALD_REMIND_APPROVERS", "2s",
            "HERALD_REMIND_ADMINS", "3s");
    try (var office = new Office(soon)) {
      office.draft(office.amira(), "Nobody looks");

      office.slack.awaitIn(
          "approvals",
          m -> m.thread().isPresent() && m.shown().contains("This still waits for a decision."));
      Message reminder = office.clara().hears("This has waited for a decision since");
      office.otto().hears("This has waited for a decision since");
      office.dan().hears("has waited for a decision since");

      office.clara().press("Approve", reminder);
      office.review("Nobody looks", "Approved by");
      Message after = office.clara().hears("Approved by");
      assertThat(after.ts()).as("the same card").isEqualTo(reminder.ts());
      assertThat(after.buttons()).doesNotContain("Approve");
    }
  }

  private static String chosen(Modal form, String label) {
    return form.value(label).path("selected_option").path("value").asText();
  }

  interface HourSql {
    @SqlUpdate("UPDATE digest SET due_at = :now WHERE gathers = TRUE")
    int digests(Instant now);

    @SqlUpdate("UPDATE outbox SET due_at = :now WHERE kind = 'digest'")
    int work(Instant now);

    @SqlQuery(
        "SELECT COUNT(*) FROM digest_delivery l JOIN digest d ON d.id = l.digest AND d.gathers")
    int gathered();
  }

  @Test
  void a_digest_brings_all_posts_in_one_card_when_its_hour_has_come() {
    var settings = new HashMap<>(Office.on(TestDatabase.POSTGRESQL));
    String url = settings.getOrDefault("HERALD_DATABASE_URL", "");
    try (var office = new Office(settings);
        var database = Database.open(url)) {
      office.join(office.ben());
      office.join(office.amira());
      office.ben().command("/herald settings");
      office
          .ben()
          .modal("Settings")
          .fill("How posts come", "One card a day, with all of them")
          .submit();
      office.live(office.otto(), "First story");
      office.live(office.otto(), "Second story");
      office.amira().hears("Second story");
      // Her card says nothing of how far his digest is.
      office.until(
          "both in the digest",
          () -> database.inTransaction(tx -> tx.sql(HourSql.class).gathered()) == 2);

      // Whatever still puts it off until its real hour, as late settings do, must not win.
      office.until(
          "the digest",
          () -> {
            database.run(tx -> tx.sql(HourSql.class).digests(Instant.now()));
            database.run(tx -> tx.sql(HourSql.class).work(Instant.now()));
            return office.slack.dm("U0BEN").stream()
                .anyMatch(message -> message.shown().contains("2 posts for you"));
          });
      Message digest = office.ben().hears("2 posts for you");
      assertThat(digest.shown()).contains("First story").contains("Second story");
      assertThat(digest.link("Share on LinkedIn")).isPresent();
      assertThat(office.slack.dm("U0BEN").stream().filter(m -> m.shown().contains("First story")))
          .hasSize(1);

      office.dan().home().pressAfter("Second story", "Withdraw");
      office.dan().modal("Withdraw").fill("Why", "Too early.").submit();
      Message after = office.ben().hears("Too early.");
      assertThat(after.ts()).as("the same card").isEqualTo(digest.ts());
      assertThat(after.shown()).contains("First story");
    }
  }
}
