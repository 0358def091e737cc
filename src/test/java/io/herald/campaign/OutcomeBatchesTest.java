package io.herald.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.post.Post;
import io.herald.records.export.LedgerHouse;
import io.herald.records.export.Wanted;
import io.herald.records.proof.Verifier;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class OutcomeBatchesTest {
  private final LedgerHouse ledger;
  private final OutcomeBatches batches;

  OutcomeBatchesTest(TestDatabase database) {
    ledger = new LedgerHouse(database.open());
    batches = new OutcomeBatches(ledger.house.records, new SecureRandom(), ledger.house.clock);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void what_came_of_a_broadcast_is_one_entry_whose_rows_are_shown_of_one_person_for_a_reason()
      throws Exception {
    Person reader = ledger.house.joined("Reader");
    Person other = ledger.house.joined("Other");
    Post post = broadcast();
    end(post, reader, DeliveryState.DELIVERED, null);
    assertThat(record()).as("while it runs").isZero();
    end(post, other, DeliveryState.FAILED, "gone");
    ledger.house.feeder.feed();
    ledger.house.feeder.feed();

    assertThat(record()).isEqualTo(2);
    assertThat(record()).isZero();
    assertThat(ledger.house.recorded("post/" + post.id()))
        .containsOnlyOnce("broadcast_outcomes")
        .contains("broadcast_started", "broadcast_done");

    assertThat(shown(Set.of(), null)).isEmpty();
    assertThat(shown(Set.of(reader.member()), null)).isEmpty();
    List<String> rows = shown(Set.of(reader.member()), "asked by the court");
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0))
        .contains("\"member\":" + reader.member(), "\"state\":\"delivered\"")
        .contains("\"linkedin\":0");
  }

  @Test
  void what_does_not_fill_a_batch_is_recorded_within_the_hour() {
    Person reader = ledger.house.joined("Reader");
    ledger.house.joined("Other");
    end(broadcast(), reader, DeliveryState.DELIVERED, null);
    assertThat(record()).isZero();
    ledger.house.clock.advance(Duration.ofHours(1));
    assertThat(record()).isEqualTo(1);
  }

  /** The rows that an export shows in full; it verifies. */
  private List<String> shown(Set<Long> person, @Nullable String reason) throws Exception {
    LedgerHouse.Unpacked export =
        ledger.unpacked(new Wanted(null, null, person, null, Set.of(), null, reason));
    assertThat(new Verifier(ledger.key.verifying(), List.of()).verify(export).broken()).isEmpty();
    return export
        .text("outcomes.jsonl")
        .lines()
        .filter(line -> line.contains("{\\\""))
        .toList()
        .stream()
        .map(line -> line.replace("\\\"", "\""))
        .toList();
  }

  private Post broadcast() {
    Person author = ledger.house.member("Author");
    Person approver = ledger.house.member("Approver", Role.APPROVER);
    Post post = ledger.house.live(author, approver, "Fair");
    ledger.house.feeder.feed();
    return post;
  }

  private void end(Post post, Person person, DeliveryState state, @Nullable String reason) {
    ledger.house.run(
        tx -> {
          Delivery delivery =
              ledger.house.broadcasts.deliveryTo(tx, post.id(), person.member()).orElseThrow();
          ledger.house.givens.give(
              tx, ledger.house.posts.revision(tx, post.id(), 1), person.member());
          ledger.house.broadcasts.ended(tx, delivery.id(), state, reason);
        });
  }

  private int record() {
    return ledger.house.in(batches::record);
  }
}
