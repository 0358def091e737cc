package io.herald.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.sandbox.Fault;
import io.herald.sandbox.Message;
import io.herald.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two Heralds on one PostgreSQL, of which one gets SIGKILL in the middle of a push. */
@Tag("slow")
class TwoHeraldsTest {
  private static final String SEND = "chat.postMessage";
  private static final List<String> MEMBERS = List.of("U0BEN", "U0OTTO", "U0DAN");
  private static final int ROUNDS = 4;

  private final List<HeraldProcess> heralds = new ArrayList<>();
  private final Office office =
      new Office(
          Map.of(
              "HERALD_DATABASE_URL",
              TestDatabase.POSTGRESQL.url(),
              "HERALD_ENCRYPTION_KEY",
              Base64.getEncoder().encodeToString(new byte[32])),
          settings -> {
            heralds.add(new HeraldProcess(settings));
            return heralds.get(0);
          });

  @AfterEach
  void close() {
    heralds.forEach(HeraldProcess::close);
    office.close();
  }

  @Test
  void what_a_killed_herald_was_sending_is_ended_by_the_other_and_arrives_once()
      throws IOException {
    var settings = new HashMap<>(office.settings);
    settings.put("HERALD_DATA", Files.createTempDirectory("herald-second").toString());
    heralds.add(new HeraldProcess(settings));
    office.slack.grant("im:history");
    MEMBERS.forEach(member -> office.join(office.slack.as(member)));
    KillTest.askOften(office);
    // A first post, so that their conversations with Herald are known.
    office.live(office.amira(), "Round 0");
    patiently("the first post everywhere", () -> arrived("Round 0") == MEMBERS.size());

    for (int round = 1; round <= ROUNDS; round++) {
      killInThePush("Round " + round, heralds.get(round % 2), heralds.get(1 - round % 2));
    }
    for (int round = 0; round <= ROUNDS; round++) {
      String headline = "Round " + round;
      MEMBERS.forEach(member -> assertThat(posts(member, headline)).as(headline).hasSize(1));
    }
  }

  private void killInThePush(String headline, HeraldProcess dying, HeraldProcess living) {
    office.slack.deliverTo(living.address().resolve("/slack/events"));
    office.draft(office.amira(), headline);
    Message review = office.review(headline, "Waiting for an approver");
    office.slack.faults().always(SEND, Fault.slow(Duration.ofSeconds(2)));
    office.clara().press("Approve", review);
    patiently("a card of " + headline, () -> arrived(headline) > 0);
    dying.kill();
    office.slack.faults().clear();
    patiently(headline + " everywhere", () -> arrived(headline) == MEMBERS.size());
    patiently("all work of " + headline + " done", () -> living.work() == 0);
    assertThat(office.slack.message(review.channel(), review.ts()).orElseThrow().shown())
        .contains("It is live");
    dying.again();
    dying.awaitReady();
  }

  private long arrived(String headline) {
    return MEMBERS.stream().mapToLong(member -> posts(member, headline).size()).sum();
  }

  private List<Message> posts(String member, String headline) {
    return office.slack.dm(member).stream()
        .filter(m -> m.shown().contains(headline) && m.shown().contains("because you follow"))
        .toList();
  }

  /** However slow the machine is; a minute is long enough to be sure that it never comes. */
  private void patiently(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        var logs = new StringBuilder();
        heralds.forEach(herald -> logs.append(herald.log()).append('\n'));
        throw new AssertionError("waited in vain for " + what + ":\n" + logs);
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
