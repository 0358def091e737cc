package io.herald.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.herald.campaign.Digests;
import io.herald.members.AccountFacts;
import io.herald.members.Person;
import io.herald.members.Platform;
import io.herald.members.Role;
import io.herald.outbox.Call;
import io.herald.outbox.Lane;
import io.herald.outbox.Lease;
import io.herald.outbox.Nodes;
import io.herald.outbox.Pacer;
import io.herald.outbox.Work;
import io.herald.post.Post;
import io.herald.review.Event;
import io.herald.store.Tx;
import io.herald.testkit.House;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a card whose call ends in this way or that. */
class CardErrandTest {
  private static final Duration SETTLE = Duration.ofSeconds(70);
  private static final Courier.Sent SENT = new Courier.Sent("D1", "1.1");

  private final ChatHouse chat = new ChatHouse();
  private final House house = chat.house;

  // A platform that fails in each way at will; the doubles show the real ones in the journeys.
  private final Courier courier = mock(Courier.class);
  private final Courier inTeams = mock(Courier.class);
  private final CardMaker maker = mock(CardMaker.class);
  private final Pacer pacer = new Pacer(house.database, house.clock, Pacer.CHANNEL_GAP);
  private final Nodes nodes =
      new Nodes(house.database, house.outbox, Lease.USUAL, house.clock, System::nanoTime);
  private final Person ben = house.joined("Ben");
  private Post post;
  private long delivery;
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
  private boolean step() {
    List<Work> claimed = house.outbox.claim(nodes.id(), Lane.BULK, 1);
    for (Work work : claimed) {
      putDown(work, attempt(work, house.in(this::entered)));
    }
    return !claimed.isEmpty();
  }

  private long entered(Tx tx) {
    return chat.cards.about(tx, CardKind.POST, delivery).stream()
        .findFirst()
        .orElseGet(
            () ->
                chat.cards.enter(tx, CardKind.POST, delivery, 0, ben.workspace(), ben.platformId()))
        .id();
  }

  private void putDown(Work work, Errand.Result result) {
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

  private Errand.Result attempt(Work work, long card) {
    try {
      return errand.run(work, card);
    } catch (PlatformFailure failure) {
      return Retries.of(work, failure);
    }
  }

  private CardRow card() {
    return house.list(tx -> chat.cards.about(tx, CardKind.POST, delivery)).get(0);
  }

  private void sending(PlatformFailure.Kind kind) {
    when(courier.send(anyString(), any(), any(), anyLong()))
        .thenThrow(new PlatformFailure(kind, "as told", null));
  }

  private void talkedBefore() {
    house.run(tx -> house.people.converse(tx, ben.id(), "D1"));
  }

  private void sent(int times) {
    verify(courier, times(times)).send(eq(ben.platformId()), any(), any(), anyLong());
  }

  private long broadcast() {
    return Objects.requireNonNull(
        house.in(tx -> house.broadcasts.delivery(tx, delivery)).orElseThrow().broadcast());
  }

  private String broadcastState() {
    long broadcast = broadcast();
    return house.holds(tx -> house.broadcasts.isRunning(tx, broadcast)) ? "running" : "stopped";
  }

  @Test
  void a_digest_whose_turn_had_not_come_stays_where_its_kind_is_looked_for() {
    house.run(tx -> house.outbox.want(tx, Lane.BULK, Digests.DIGEST, 1));
    pacer.refused(ben.workspace(), Call.SEND, Duration.ofSeconds(5), house.clock.instant());
    Work digest = digest();
    putDown(digest, attempt(digest, house.in(this::entered)));
    sent(0);
    house.clock.advance(Duration.ofSeconds(6));
    assertThat(digest().workspace()).isZero();
  }

  private Work digest() {
    return house.outbox.claim(nodes.id(), Lane.BULK, 9).stream()
        .filter(work -> work.kind().equals(Digests.DIGEST))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_card_whose_answer_was_lost_is_looked_for_and_not_sent_again() {
    talkedBefore();
    sending(PlatformFailure.Kind.AMBIGUOUS);
    step();
    assertThat(card().state()).isEqualTo(CardRow.State.SENDING);
    when(courier.find(eq("D1"), anyLong(), any())).thenReturn(Optional.of(SENT));
    house.clock.advance(Duration.ofSeconds(1));
    step();
    assertThat(card().state()).isEqualTo(CardRow.State.SHOWN);
    assertThat(card().message()).isEqualTo("1.1");
    assertThat(house.work(CardBook.CARD)).as("drawn as it is now").contains(card().id());
    sent(1);
  }

  @Test
  void a_beginning_whose_commit_was_not_answered_leaves_no_doubt() {
    var card = new Card("News", List.of());
    when(maker.draw(any(), any()))
        .thenAnswer(
            drawing -> {
              drawing.<Tx>getArgument(0).afterCommit(CardErrandTest::breaksOff);
              return Optional.of(new CardMaker.Drawn(card, null, null, 0));
            })
        .thenReturn(Optional.of(new CardMaker.Drawn(card, null, null, 0)));
    when(courier.send(anyString(), any(), any(), anyLong())).thenReturn(SENT);
    Work work = house.outbox.claim(nodes.id(), Lane.BULK, 1).get(0);

    Errand.Result result = attempt(work, house.in(this::entered));
    assertThat(card().state()).as("it was committed").isEqualTo(CardRow.State.SENDING);
    sent(0);
    putDown(work, result);
    assertThat(card().state()).isEqualTo(CardRow.State.WAITING);
    house.clock.advance(Duration.ofSeconds(1));
    step();
    assertThat(card().state()).isEqualTo(CardRow.State.SHOWN);
    sent(1);
  }

  private static void breaksOff() {
    throw new IllegalStateException(new SQLException("the connection broke", "08006"));
  }

  @Test
  void what_is_not_there_a_minute_after_its_deadline_goes_again_three_times_in_all() {
    talkedBefore();
    sending(PlatformFailure.Kind.AMBIGUOUS);
    when(courier.find(anyString(), anyLong(), any())).thenReturn(Optional.empty());
    for (int attempt = 1; attempt <= 3; attempt++) {
      step();
      sent(attempt);
      house.clock.advance(Duration.ofSeconds(69));
      step();
      sent(attempt);
      house.clock.advance(Duration.ofSeconds(1));
      step();
      sent(attempt);
    }
    assertThat(card().state()).isEqualTo(CardRow.State.FAILED);
    house.clock.advance(Duration.ofHours(1));
    assertThat(step()).isFalse();
  }

  @Test
  void where_nobody_may_look_it_is_unknown_and_goes_again_only_when_a_person_says_so() {
    talkedBefore();
    sending(PlatformFailure.Kind.AMBIGUOUS);
    when(courier.find(anyString(), anyLong(), any()))
        .thenThrow(new PlatformFailure(PlatformFailure.Kind.FORBIDDEN, "no scope"));
    step();
    house.clock.advance(Duration.ofSeconds(2));
    step();
    assertThat(card().state()).isEqualTo(CardRow.State.UNKNOWN);
    house.clock.advance(Duration.ofDays(1));
    assertThat(step()).isFalse();
    sent(1);

    long broadcast = broadcast();
    assertThat(house.<Integer>in(tx -> chat.cards.resendUnknown(tx, broadcast))).isEqualTo(1);
    assertThat(house.<Integer>in(tx -> house.broadcasts.resendUnknown(tx, broadcast, 1)))
        .isEqualTo(1);
    org.mockito.Mockito.doReturn(SENT).when(courier).send(anyString(), any(), any(), anyLong());
    house.feeder.feed();
    assertThat(step()).isTrue();
    assertThat(card().state()).isEqualTo(CardRow.State.SHOWN);
    sent(2);
    assertThat(house.<Integer>in(tx -> house.broadcasts.resendUnknown(tx, broadcast, 1))).isZero();
  }

  @Test
  void where_a_first_push_went_is_asked_for() {
    sending(PlatformFailure.Kind.AMBIGUOUS);
    when(courier.conversation(ben.platformId())).thenReturn(Optional.of("D7"));
    when(courier.find(eq("D7"), anyLong(), any())).thenReturn(Optional.of(SENT));
    step();
    house.clock.advance(Duration.ofSeconds(1));
    step();
    assertThat(card().state()).isEqualTo(CardRow.State.SHOWN);
    assertThat(house.again(ben).conversation()).isEqualTo("D7");
  }

  @Test
  void what_would_be_refused_to_everybody_stops_the_broadcast_at_the_first_card() {
    sending(PlatformFailure.Kind.REFUSED);
    step();
    assertThat(broadcastState()).isEqualTo("stopped");
    assertThat(card().state()).isEqualTo(CardRow.State.WAITING);
    sent(1);
  }

  @Test
  void a_missing_scope_stops_the_broadcast() {
    sending(PlatformFailure.Kind.FORBIDDEN);
    step();
    assertThat(broadcastState()).isEqualTo("stopped");
    assertThat(card().state()).isEqualTo(CardRow.State.WAITING);
  }

  @Test
  void of_a_draft_that_herald_may_not_post_somebody_hears_once_and_it_is_tried_on() {
    Post draft = house.submitted(house.member("Otto"), "Draft");
    long round = house.in(tx -> house.reviews.newest(tx, draft.id()).orElseThrow()).id();
    when(maker.draw(any(), any()))
        .thenReturn(Optional.of(new CardMaker.Drawn(new Card("Draft", List.of()), null, draft, 1)));
    house.run(
        tx ->
            chat.cards.want(
                tx, Lane.INTERACTIVE, CardKind.REVIEW, round, 0, ben.workspace(), "C0APPROVALS"));
    sending(PlatformFailure.Kind.FORBIDDEN);

    int tried = 0;
    for (int minute = 0; minute < 3; minute++) {
      for (Work work : house.outbox.claim(nodes.id(), Lane.INTERACTIVE, 10)) {
        if (work.kind().equals(CardBook.CARD)) {
          putDown(work, attempt(work, work.subject()));
          tried++;
        }
      }
      house.clock.advance(Duration.ofMinutes(1));
    }

    assertThat(tried).isEqualTo(3);
    assertThat(house.told)
        .filteredOn(event -> event.kind() == Event.Kind.CHANNEL_GONE)
        .as("told once")
        .hasSize(1);
  }

  @Test
  void one_who_is_gone_ends_one_delivery() {
    sending(PlatformFailure.Kind.GONE);
    step();
    assertThat(broadcastState()).isEqualTo("running");
    assertThat(card().state()).isEqualTo(CardRow.State.FAILED);
  }

  /** Gives the id in Teams of Ben, who is in both places from now on. */
  private String linked() {
    String email = "ben@acme.example";
    Person here = house.person("Ben", email, AccountFacts.Kind.MEMBER);
    Person there = house.inTeams("Ben", email, AccountFacts.Kind.MEMBER);
    house.run(tx -> house.linking.take(tx, there, house.linking.show(tx, here)));
    return there.platformId();
  }

  @Test
  void a_member_whose_one_account_takes_nothing_gets_it_once_on_the_other() {
    String there = linked();
    sending(PlatformFailure.Kind.GONE);
    when(inTeams.send(eq(there), any(), any(), anyLong())).thenReturn(new Courier.Sent("a:1", "7"));
    step();
    assertThat(step()).isTrue();

    assertThat(card().state()).isEqualTo(CardRow.State.SHOWN);
    assertThat(card().recipient()).isEqualTo(there);
    sent(1);
    verify(inTeams, times(1)).send(eq(there), any(), any(), anyLong());
    assertThat(step()).isFalse();
  }

  @Test
  void where_neither_account_takes_it_the_delivery_ends() {
    String there = linked();
    sending(PlatformFailure.Kind.GONE);
    when(inTeams.send(eq(there), any(), any(), anyLong()))
        .thenThrow(new PlatformFailure(PlatformFailure.Kind.GONE, "MessageWritesBlocked"));
    step();
    step();

    assertThat(card().state()).isEqualTo(CardRow.State.FAILED);
    assertThat(step()).isFalse();
  }

  @Test
  void a_card_that_has_to_wait_for_its_turn_was_not_tried() {
    sending(PlatformFailure.Kind.RATE_LIMITED);
    step();
    assertThat(card().state()).isEqualTo(CardRow.State.WAITING);
    assertThat(house.outbox.claim(nodes.id(), Lane.BULK, 1)).isEmpty();
    house.clock.advance(Duration.ofSeconds(30));
    assertThat(house.outbox.claim(nodes.id(), Lane.BULK, 1))
        .extracting(Work::attempts)
        .containsExactly(0);
  }
}
