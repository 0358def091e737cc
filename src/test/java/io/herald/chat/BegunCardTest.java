package io.herald.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;

import io.herald.outbox.Call;
import io.herald.outbox.Lane;
import io.herald.outbox.Work;
import io.herald.store.Tx;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A card of which it is written that its sending was begun, and no more. */
class BegunCardTest extends CardErrandStage {
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
    onceBegun(BegunCardTest::breaksOff);
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

  @Test
  void what_was_begun_is_put_back_where_the_platform_has_asked_meanwhile_to_be_left_alone() {
    var wait = Duration.ofSeconds(5);
    onceBegun(() -> pacer.refused(ben.workspace(), Call.SEND, wait, house.clock.instant()));
    step();
    assertThat(card().state()).isEqualTo(CardRow.State.WAITING);
    sent(0);
    house.clock.advance(Duration.ofSeconds(10));
    step();
    sent(1);
  }

  /** Has something happen between the commit of a beginning and its call. */
  private void onceBegun(Runnable happening) {
    var drawn = Optional.of(new CardMaker.Drawn(new Card("News", List.of()), null, null, 0));
    when(maker.draw(any(), any()))
        .thenAnswer(
            drawing -> {
              drawing.<Tx>getArgument(0).afterCommit(happening);
              return drawn;
            })
        .thenReturn(drawn);
    when(courier.send(anyString(), any(), any(), anyLong())).thenReturn(SENT);
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
}
