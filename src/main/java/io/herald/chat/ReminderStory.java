package io.herald.chat;

import io.herald.members.Attention;
import io.herald.members.People;
import io.herald.members.Role;
import io.herald.members.Roles;
import io.herald.review.Deciders;
import io.herald.review.Event;
import io.herald.review.Review;
import io.herald.review.Reviews;
import io.herald.store.Tx;
import java.util.Set;

/** Lets reminders of a round follow it; everything else is told by the {@link ReviewStory}. */
final class ReminderStory implements Reviews.Storyteller {
  private final ReviewStory story;
  private final Deciders deciders;
  private final People people;
  private final Roles roles;
  private final Attention attention;
  private final CardBook cards;

  ReminderStory(
      ReviewStory story,
      Deciders deciders,
      People people,
      Roles roles,
      Attention attention,
      CardBook cards) {
    this.story = story;
    this.deciders = deciders;
    this.people = people;
    this.roles = roles;
    this.attention = attention;
    this.cards = cards;
  }

  @Override
  public void happened(Tx tx, Review review, Event event) {
    switch (event.kind()) {
      case REMINDED_DECIDERS -> eachWhoMayDecide(tx, review, event);
      case REMINDED_ADMINS ->
          roles
              .people(tx, Role.ADMIN)
              .forEach(admin -> cards.want(tx, CardKind.WARNING, event.id(), admin));
      default -> {
        story.happened(tx, review, event);
        // One that waits for the end of quiet hours is not woken.
        cards.about(tx, CardKind.REMINDER, review.id()).stream()
            .filter(CardRow::sent)
            .forEach(card -> cards.refresh(tx, card.id()));
      }
    }
  }

  private void eachWhoMayDecide(Tx tx, Review review, Event event) {
    Set<Long> able =
        review.current().map(stage -> deciders.able(tx, review, stage)).orElse(Set.of());
    for (long member : able) {
      var person = people.member(tx, member);
      cards.wantAt(
          tx,
          CardKind.REMINDER,
          review.id(),
          event.id(),
          person,
          attention.quietIsOver(tx, person));
    }
  }
}
