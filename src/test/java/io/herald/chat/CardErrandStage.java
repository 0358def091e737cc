package io.herald.chat;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.herald.members.Person;
import io.herald.members.Platform;
import io.herald.members.Role;
import io.herald.outbox.Lane;
import io.herald.outbox.Lease;
import io.herald.outbox.Nodes;
import io.herald.outbox.Pacer;
import io.herald.outbox.Work;
import io.herald.post.Post;
import io.herald.store.Tx;
import io.herald.testkit.House;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The sending of a card, on a platform that fails in each way as it is told. */
abstract class CardErrandStage {
  private static final Duration SETTLE = Duration.ofSeconds(70);
  static final Courier.Sent SENT = new Courier.Sent("D1", "1.1");

  final ChatHouse chat = new ChatHouse();
  final House house = chat.house;

  // A platform that fails in each way at will; the doubles show the real ones in the journeys.
  final Courier courier = mock(Courier.class);
  final Courier inTeams = mock(Courier.class);
  final CardMaker maker = mock(CardMaker.class);
  final Pacer pacer = new Pacer(house.database, house.clock, Pacer.CHANNEL_GAP);
  final Nodes nodes =
      new Nodes(house.database, house.outbox, Lease.USUAL, house.clock, System::nanoTime);
  final Person ben = house.joined("Ben");
  private Post post;
  long delivery;
  private CardErrand errand;

  @BeforeEach
  void open() {
    nodes.start();
    var couriers = new Couriers(List.of(courier, inTeams));
    var fate =
        new CardFate(
            house.outbox,
            chat.cards,
            house.broadcasts,
            house.digests,
            house.posts,
            chat.pushNews,
            new SimpleMeterRegistry());
    var settlement =
        new Settlement(
            house.database, couriers, house.people, house.posts, chat.cards, fate, SETTLE);
    errand =
        new CardErrand(
            house.database,
            house.outbox,
            nodes,
            pacer,
            chat.cards,
            maker,
            couriers,
            house.people,
            house.posts,
            house.reviews,
            fate,
            settlement);
    when(courier.platform()).thenReturn(Platform.SLACK);
    when(courier.workspace()).thenReturn(House.TEAM);
    when(inTeams.platform()).thenReturn(Platform.TEAMS);
    when(inTeams.workspace()).thenReturn(House.TENANT);
    var card = new Card("News", List.of());
    when(maker.draw(any(), any()))
        .thenReturn(Optional.of(new CardMaker.Drawn(card, null, null, 0)));
    post = house.live(house.member("Amira"), house.member("Clara", Role.APPROVER), "News");
    house.feeder.feed();
    delivery =
        house.in(tx -> house.broadcasts.deliveryTo(tx, post.id(), ben.member())).orElseThrow().id();
  }

  @AfterEach
  void close() {
    nodes.close();
    chat.close();
  }

  /** Does the delivery's work if it is due, and puts down what came of it. */
  final boolean step() {
    List<Work> claimed = house.outbox.claim(nodes.id(), Lane.BULK, 1);
    for (Work work : claimed) {
      putDown(work, attempt(work, house.in(this::entered)));
    }
    return !claimed.isEmpty();
  }

  final long entered(Tx tx) {
    return chat.cards.about(tx, CardKind.POST, delivery).stream()
        .findFirst()
        .orElseGet(
            () ->
                chat.cards.enter(tx, CardKind.POST, delivery, 0, ben.workspace(), ben.platformId()))
        .id();
  }

  final void putDown(Work work, Errand.Result result) {
    house.run(
        tx -> {
          result.store().accept(tx);
          if (result.again() == null) {
            house.outbox.done(tx, work);
          } else if (result.tried()) {
            house.outbox.again(tx, work, result.again());
          } else {
            house.outbox.later(tx, work, result.again());
          }
        });
  }

  final Errand.Result attempt(Work work, long card) {
    try {
      return errand.run(work, card);
    } catch (PlatformFailure failure) {
      return Retries.of(work, failure);
    }
  }

  final CardRow card() {
    return house.list(tx -> chat.cards.about(tx, CardKind.POST, delivery)).get(0);
  }

  final void sending(PlatformFailure.Kind kind) {
    when(courier.send(anyString(), any(), any(), anyLong()))
        .thenThrow(new PlatformFailure(kind, "as told", null));
  }

  final void talkedBefore() {
    house.run(tx -> house.people.converse(tx, ben.id(), "D1"));
  }

  final void sent(int times) {
    verify(courier, times(times)).send(eq(ben.platformId()), any(), any(), anyLong());
  }

  final long broadcast() {
    return Objects.requireNonNull(
        house.in(tx -> house.broadcasts.delivery(tx, delivery)).orElseThrow().broadcast());
  }

  final String broadcastState() {
    long broadcast = broadcast();
    return house.holds(tx -> house.broadcasts.isRunning(tx, broadcast)) ? "running" : "stopped";
  }
}
