package io.herald.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.herald.members.Account;
import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.outbox.Lane;
import io.herald.outbox.Lease;
import io.herald.outbox.Nodes;
import io.herald.testkit.House;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShowingTest {
  private static final Card CARD = new Card("News", List.of());
  private static final Courier.Sent SENT = new Courier.Sent("D1", "1.1");

  private final ChatHouse chat = new ChatHouse();
  private final House house = chat.house;
  private final Nodes nodes =
      new Nodes(house.database, house.outbox, Lease.USUAL, house.clock, System::nanoTime);
  private final Person ben = house.joined("Ben");
  private final Account account = new Account(ben.platform(), House.TEAM, ben.platformId());
  private final AtomicInteger pauses = new AtomicInteger();

  // What a card looks like is not the question here; every kind would need a house of its own.
  private final CardMaker maker = mock(CardMaker.class);
  private long post;

  @BeforeEach
  void open() {
    nodes.start();
    when(maker.draw(any(), any()))
        .thenReturn(Optional.of(new CardMaker.Drawn(CARD, null, null, 0)));
    post = house.live(house.member("Amira"), house.member("Clara", Role.APPROVER), "News").id();
    house.feeder.feed();
  }

  @AfterEach
  void close() {
    nodes.close();
    chat.close();
  }

  private Showing showing(Runnable pause) {
    return new Showing(
        house.database,
        house.people,
        maker,
        () -> {
          pauses.incrementAndGet();
          pause.run();
        });
  }

  private CardRow sending() {
    assertThat(house.outbox.claim(nodes.id(), Lane.BULK, 1)).hasSize(1);
    CardRow card =
        house.in(
            tx -> {
              long delivery =
                  house.broadcasts.deliveryTo(tx, post, ben.member()).orElseThrow().id();
              return chat.cards.enter(
                  tx, CardKind.POST, delivery, 0, ben.workspace(), ben.platformId());
            });
    house.run(tx -> chat.cards.trying(tx, card, CardRow.State.SENDING, house.clock.instant()));
    return card;
  }

  private Place there() {
    return new Place(SENT.channel(), SENT.message(), null, null, true);
  }

  @Test
  void a_card_that_arrived_before_its_sending_was_noted_is_waited_for() {
    CardRow card = sending();
    var showing = showing(() -> house.run(tx -> chat.cards.shown(tx, card, SENT)));
    assertThat(showing.at(account, there())).contains(CARD);
    assertThat(pauses).hasValue(1);
  }

  @Test
  void what_was_begun_and_never_noted_is_waited_for_two_seconds_and_no_longer() {
    sending();
    assertThat(showing(() -> {}).at(account, there())).isEmpty();
    assertThat(pauses).hasValue(39);
  }

  @Test
  void where_nothing_is_on_its_way_nobody_waits() {
    assertThat(showing(() -> {}).at(account, there())).isEmpty();
    assertThat(pauses).hasValue(0);
  }

  @Test
  void what_is_on_its_way_to_somebody_else_is_not_waited_for() {
    sending();
    var other = new Account(ben.platform(), House.TEAM, "U-OTHER");
    assertThat(showing(() -> {}).at(other, there())).isEmpty();
    assertThat(pauses).hasValue(0);
  }
}
