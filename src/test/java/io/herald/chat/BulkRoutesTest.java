package io.herald.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.campaign.Broadcasts;
import io.herald.outbox.Call;
import io.herald.outbox.Lane;
import io.herald.outbox.Pacer;
import io.herald.outbox.Work;
import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class BulkRoutesTest {
  private final House house;
  private final Pacer pacer;
  private final long here;

  BulkRoutesTest(TestDatabase database) {
    house = new House(database.open());
    pacer = new Pacer(house.database, house.clock, Pacer.CHANNEL_GAP);
    here = house.member("Ben").workspace();
  }

  @AfterEach
  void close() {
    house.close();
  }

  /** The ways of a Herald that has just started, and has called nobody yet. */
  private BulkRoutes started() {
    return new BulkRoutes(
        house.database,
        house.outbox,
        pacer,
        List.of(Broadcasts.DELIVERY, CardBook.CARD, "look_up"),
        new Workspaces(house.database, house.people),
        house.clock);
  }

  /** Bulk work of which it is known whose pace it follows. */
  private void routed(String kind, int pieces) {
    house.run(
        tx -> {
          for (int i = 0; i < pieces; i++) {
            house.outbox.want(tx, Lane.BULK, kind, i);
          }
        });
    List<Work> claimed = house.claim(Lane.BULK, pieces);
    house.run(
        tx ->
            claimed.forEach(
                work -> {
                  house.outbox.route(tx, work, here);
                  house.outbox.later(tx, work, Duration.ZERO);
                }));
  }

  private static List<String> kinds(BulkRoutes.Batch batch) {
    return batch.work().stream().map(Work::kind).distinct().toList();
  }

  @Test
  void work_that_was_left_by_an_earlier_life_goes_at_the_pace_of_its_workspace() {
    routed(Broadcasts.DELIVERY, 20);
    BulkRoutes routes = started();
    BulkRoutes.Batch batch = routes.next(House.NODE, 50);
    assertThat(batch.work()).hasSize(2);
    assertThat(batch.apart()).isEqualTo(Duration.ofMillis(200));
    assertThat(batch.work())
        .allMatch(work -> BulkRoutes.paid(work, here, Call.SEND))
        .noneMatch(work -> BulkRoutes.paid(work, here, Call.UPDATE));

    BulkRoutes.Batch none = routes.next(House.NODE, 50);
    assertThat(none.work()).isEmpty();
    assertThat(none.look()).isLessThanOrEqualTo(Duration.ofMillis(400));
    house.clock.advance(Duration.ofMillis(400));
    assertThat(routes.next(House.NODE, 50).work()).isNotEmpty();
  }

  @Test
  void a_broadcast_that_has_to_wait_holds_no_recall_back() {
    routed(Broadcasts.DELIVERY, 9);
    routed(CardBook.CARD, 9);
    pacer.refused(here, Call.SEND, Duration.ofMinutes(2), house.clock.instant());
    BulkRoutes routes = started();
    assertThat(kinds(routes.next(House.NODE, 50))).containsExactly(CardBook.CARD);
    assertThat(routes.next(House.NODE, 50).work()).isEmpty();
  }

  @Test
  void work_that_follows_no_pace_is_claimed_as_far_as_there_are_hands() {
    house.run(
        tx -> {
          for (int i = 0; i < 9; i++) {
            house.outbox.want(tx, Lane.BULK, "look_up", i);
          }
        });
    assertThat(started().next(House.NODE, 4).work()).hasSize(4);
  }
}
