package io.herald.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.members.Person;
import io.herald.outbox.Lane;
import io.herald.outbox.Work;
import io.herald.records.Entry;
import io.herald.records.export.LedgerHouse;
import io.herald.testkit.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CheckpointPostsTest {
  private final LedgerHouse ledger = new LedgerHouse(TestDatabase.inMemory());
  private final ChatHouse chat = new ChatHouse(ledger.house);
  private final Person admin = ledger.house.member("Dan");
  private final CheckpointPosts posts =
      new CheckpointPosts(
          ledger.house.database,
          ledger.checkpoints,
          ledger.house.organisation,
          ledger.house.people,
          chat.cards);

  @AfterEach
  void close() {
    chat.close();
  }

  @Test
  void what_was_signed_while_nobody_could_post_it_is_posted_at_the_next_start() {
    long before = signed();
    ledger.house.run(tx -> posts.postMissed(tx));
    assertThat(posted()).as("no channel was named").isEmpty();
    named();
    ledger.house.run(tx -> posts.postNewest(tx, admin.workspace(), "C0NEWS"));
    assertThat(posted()).containsExactly(before);

    long first = signed();
    long second = signed();
    ledger.house.run(posts::postMissed);
    assertThat(posted()).containsExactly(before, first, second);
    for (Work work : ledger.house.claim(Lane.INTERACTIVE, 100)) {
      ledger.house.run(tx -> ledger.house.outbox.done(tx, work));
    }
    ledger.house.run(posts::postMissed);
    assertThat(ledger.house.work(CardBook.CARD)).as("what was posted").isEmpty();
  }

  @Test
  void of_many_that_were_missed_the_newest_are_posted() {
    named();
    signed();
    ledger.house.run(posts::postMissed);
    for (int i = 0; i < 30; i++) {
      signed();
    }
    long newest = signed();
    ledger.house.run(posts::postMissed);
    assertThat(posted()).hasSize(21).endsWith(newest);
  }

  @Test
  void an_orderly_stop_signs_and_waits_until_that_is_posted() {
    named();
    ledger.checkpoints.onMade(posts::post);
    ledger.append(Entry.of("decision", 7L, "post/1").with("reason", "Good"));
    // What sends it while the stop waits.
    ledger.house.outbox.onWork(
        () ->
            ledger.house.run(
                tx ->
                    cards()
                        .forEach(
                            card -> chat.cards.shown(tx, card, new Courier.Sent("C0NEWS", "1")))));

    posts.last();

    long newest = ledger.sealer.head().number();
    assertThat(posted()).containsExactly(newest);
    assertThat(cards()).allMatch(CardRow::sent);
    posts.last();
    assertThat(posted()).as("nothing happened since").containsExactly(newest);
  }

  private void named() {
    ledger.house.run(
        tx ->
            ledger.house.organisation.checkpointsChannel(
                tx, admin.member(), admin.workspace(), "C0NEWS"));
  }

  /** Signs as a command does that runs alone; says where. */
  private long signed() {
    ledger.append(Entry.of("decision", 7L, "post/1").with("reason", "Good"));
    return ledger.checkpoints.make().orElseThrow().checkpoint().number();
  }

  private List<Long> posted() {
    return cards().stream().map(CardRow::subject).toList();
  }

  private List<CardRow> cards() {
    return ledger.house.list(
        tx ->
            java.util.stream.LongStream.rangeClosed(1, ledger.sealer.head().number())
                .boxed()
                .flatMap(n -> chat.cards.about(tx, CardKind.CHECKPOINT, n).stream())
                .toList());
  }
}
