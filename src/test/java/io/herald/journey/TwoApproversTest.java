package io.herald.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.ImpatientHerald;
import io.herald.sandbox.Actor;
import io.herald.sandbox.Message;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two approvers press at the same moment, again and again. */
@OnBothDatabases
class TwoApproversTest {
  private static final int ROUNDS = 200;
  private static final String CLARA = "U0CLARA";
  private static final String OTTO = "U0OTTO";

  private final Office office;
  private final ExecutorService hands = Executors.newFixedThreadPool(2);

  TwoApproversTest(TestDatabase database) {
    Map<String, String> settings = new HashMap<>(Office.on(database));
    // Nothing goes live meanwhile: only decisions are looked at.
    settings.put("HERALD_GRACE", "10m");
    office = new Office(settings, ImpatientHerald::start);
  }

  @AfterEach
  void close() {
    hands.shutdown();
    office.close();
  }

  @Test
  void each_draft_has_one_decision_and_the_second_is_told_who_was_first() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      office.draft(office.amira(), headline(round));
    }
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> cards("Waiting for an approver").size() == ROUNDS);

    for (Message card : cards("Waiting for an approver")) {
      var together = new CyclicBarrier(2);
      Future<?> clara = hands.submit(() -> press(office.clara(), card, together));
      Future<?> otto = hands.submit(() -> press(office.otto(), card, together));
      clara.get();
      otto.get();
    }
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () -> {
              assertThat(cards("Approved by")).hasSize(ROUNDS);
              assertThat(late(CLARA).size() + late(OTTO).size()).isEqualTo(ROUNDS);
            });

    assertThat(cards("Waiting for an approver")).isEmpty();
    List<Message> byClara = cards("Approved by *@" + name(CLARA));
    List<Message> byOtto = cards("Approved by *@" + name(OTTO));
    assertThat(byClara.size() + byOtto.size()).isEqualTo(ROUNDS);
    assertThat(late(OTTO)).hasSameSizeAs(byClara).allMatch(told -> names(told, CLARA));
    assertThat(late(CLARA)).hasSameSizeAs(byOtto).allMatch(told -> names(told, OTTO));
    assertThat(office.slack.ledger().refusals()).isEmpty();
  }

  private static Object press(Actor approver, Message card, CyclicBarrier together)
      throws Exception {
    together.await();
    return approver.press("Approve", card);
  }

  private static String headline(int round) {
    return String.format("Round %03d", round);
  }

  private String name(String person) {
    return office.slack.person(person).handle();
  }

  private boolean names(Message told, String person) {
    return told.shown().contains("@" + name(person));
  }

  private List<Message> cards(String words) {
    return office.slack.messagesIn("approvals").stream()
        .filter(m -> m.thread().isEmpty() && m.shown().contains(words))
        .toList();
  }

  private List<Message> late(String approver) {
    return office.slack.ephemerals(approver).stream()
        .filter(m -> m.shown().contains("Already approved by"))
        .toList();
  }
}
