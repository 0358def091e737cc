package io.herald.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.herald.campaign.Digests;
import io.herald.members.AccountFacts;
import io.herald.members.Person;
import io.herald.outbox.Call;
import io.herald.outbox.Lane;
import io.herald.outbox.Work;
import io.herald.post.Post;
import io.herald.review.Event;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of a card whose call ends in this way or that. */
class CardErrandTest extends CardErrandStage {
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
