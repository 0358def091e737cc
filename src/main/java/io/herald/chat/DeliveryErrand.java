package io.herald.chat;

import io.herald.campaign.Broadcasts;
import io.herald.campaign.Delivery;
import io.herald.members.People;
import io.herald.members.Person;
import io.herald.outbox.Outbox;
import io.herald.outbox.Work;
import io.herald.store.Tx;
import java.util.Optional;
import java.util.function.Supplier;

/** A post goes to a member, or to a channel: its card is entered in the book, then sent. */
final class DeliveryErrand implements Errand {
  private final Outbox outbox;
  private final Broadcasts broadcasts;
  private final People people;
  private final CardBook cards;
  private final CardErrand sending;

  DeliveryErrand(
      Outbox outbox, Broadcasts broadcasts, People people, CardBook cards, CardErrand sending) {
    this.outbox = outbox;
    this.broadcasts = broadcasts;
    this.people = people;
    this.cards = cards;
    this.sending = sending;
  }

  @Override
  public Result run(Work work) {
    return begin(work).get();
  }

  @Override
  public Supplier<Result> begin(Work work) {
    return sending.begin(
        work,
        tx -> ahead(tx, work),
        tx ->
            work.kind().equals(Broadcasts.DELIVERY)
                ? member(tx, work.subject())
                : Optional.of(channel(tx, work.subject())));
  }

  @Override
  public void ahead(Tx tx, Work work) {
    outbox.dealsWith(tx, work);
    if (work.kind().equals(Broadcasts.DELIVERY)) {
      broadcasts.dealsWith(tx, work.subject());
    }
  }

  /**
   * The card to be sent; none where its broadcast was stopped, or the member is not to be asked
   * now.
   */
  private Optional<CardRow> member(Tx tx, long id) {
    Delivery delivery = broadcasts.delivery(tx, id).orElseThrow();
    Optional<CardRow> before = cards.ofDelivery(tx, id);
    boolean begun = before.filter(card -> card.state() == CardRow.State.SENDING).isPresent();
    Person person = people.member(tx, delivery.member());
    if (!begun && !(broadcasts.mayBegin(tx, id) && broadcasts.mayAsk(tx, delivery, person))) {
      return Optional.empty();
    }
    if (before.isPresent()) {
      return before;
    }
    return Optional.of(
        cards.enter(tx, CardKind.POST, id, 0, person.workspace(), person.platformId()));
  }

  private CardRow channel(Tx tx, long id) {
    var delivery = broadcasts.channelDelivery(tx, id).orElseThrow();
    return cards.enter(tx, CardKind.CHANNEL_POST, id, 0, delivery.workspace(), delivery.channel());
  }
}
