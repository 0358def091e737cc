package io.herald.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.sandbox.Fault;
import io.herald.sandbox.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Herald in a process of its own, which gets SIGKILL where it hurts most. */
@Tag("slow")
class KillTest {
  private static final String SEND = "chat.postMessage";
  private static final List<String> MEMBERS = List.of("U0BEN", "U0OTTO", "U0DAN");
  private static final int ROUNDS = 20;

  private final List<HeraldProcess> started = new ArrayList<>();
  private final Office office =
      new Office(
          Map.of(),
          settings -> {
            started.add(new HeraldProcess(settings));
            return started.get(0);
          });
  private final HeraldProcess herald = started.get(0);

  /** Where in the way from the approval to its push the kill falls. */
  private enum Moment {
    /** Some time after the click was acknowledged: before the push, or in it. */
    SOME_TIME,
    /** Some cards of the push have arrived, and Slack has not said so yet. */
    UNANSWERED,
    /** Some cards of the push have arrived, and the connections broke before Slack said so. */
    CUT_OFF
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void a_push_whose_approval_was_acknowledged_happens_once_whenever_herald_is_killed() {
    long seed = System.nanoTime();
    System.out.println("KillTest seed " + seed);
    var random = new Random(seed);
    office.slack.grant("im:history");
    MEMBERS.forEach(member -> office.join(office.slack.as(member)));
    askOften(office);
    // A first post, so that their conversations with Herald are known.
    office.live(office.amira(), "Round 00");
    patiently("the first post everywhere", () -> pushed("Round 00"));

    List<Moment> moments = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      moments.add(round % 2 == 0 ? Moment.SOME_TIME : Moment.values()[1 + round / 2 % 2]);
    }
    Collections.shuffle(moments, random);
    for (int round = 1; round <= ROUNDS; round++) {
      kill(String.format("Round %02d", round), moments.get(round - 1), random);
    }
    for (int round = 0; round <= ROUNDS; round++) {
      String headline = String.format("Round %02d", round);
      MEMBERS.forEach(member -> assertThat(posts(member, headline)).as(headline).hasSize(1));
    }
    assertThat(office.slack.ledger().refusals()).isEmpty();
  }

  /** So many posts in a week would be too many for anybody who chose nothing. */
  static void askOften(Office office) {
    office.dan().command("/herald settings");
    office
        .dan()
        .modal("Settings")
        .fill("Asks a week for whoever chose nothing", "At most 50")
        .submit();
  }

  private void kill(String headline, Moment moment, Random random) {
    office.draft(office.amira(), headline);
    Message review = office.review(headline, "Waiting for an approver");
    Message mine =
        office.slack.awaitDm(
            "U0AMIRA", m -> m.shown().contains(headline) && m.shown().contains("in review"));

    office.clara().press("Approve", review);
    String how = wait(headline, moment, random);
    herald.kill();
    System.out.println(
        headline + ": killed " + how + " with " + arrived(headline) + " cards delivered");

    office.slack.faults().clear();
    herald.again();
    herald.awaitReady();
    patiently(headline + " pushed", () -> pushed(headline));
    patiently("all work done after " + headline, () -> herald.work() == 0);
    MEMBERS.forEach(member -> assertThat(posts(member, headline)).as(headline).hasSize(1));
    Message decided = office.slack.message(review.channel(), review.ts()).orElseThrow();
    assertThat(decided.shown()).contains("Approved by").contains("It is live");
    assertThat(decided.buttons()).doesNotContain("Approve", "Undo");
    assertThat(office.slack.message(mine.channel(), mine.ts()).orElseThrow().shown())
        .contains("and live. Thank you!");
  }

  /** Lets the approval take its way up to the moment of the kill; says which that is. */
  private String wait(String headline, Moment moment, Random random) {
    if (moment == Moment.SOME_TIME) {
      int millis = random.nextInt(1_600);
      sleep(millis);
      return millis + " ms after the click";
    }
    office
        .slack
        .faults()
        .always(
            SEND,
            moment == Moment.UNANSWERED
                ? Fault.slow(Duration.ofSeconds(5))
                : Fault.closedThoughDone());
    int cards = 1 + random.nextInt(MEMBERS.size());
    int millis = random.nextInt(50);
    patiently(cards + " cards of " + headline, () -> arrived(headline) >= cards);
    sleep(millis);
    return millis + " ms after " + cards + " cards, " + moment;
  }

  private boolean pushed(String headline) {
    return MEMBERS.stream().noneMatch(member -> posts(member, headline).isEmpty());
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
        throw new AssertionError("waited in vain for " + what + ":\n" + herald.log());
      }
      sleep(20);
    }
  }

  private static void sleep(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
