package io.herald.chat;

import io.herald.members.OrganisationSettings;
import io.herald.members.People;
import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.members.Roles;
import io.herald.outbox.Lane;
import io.herald.post.Posts;
import io.herald.review.Event;
import io.herald.review.Review;
import io.herald.review.Reviews;
import io.herald.store.Tx;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lets cards, threads and Homes follow what happens to a round of review. */
final class ReviewStory implements Reviews.Storyteller {
  /** What the author hears in the thread of their card; the rest shows on the card alone. */
  private static final Set<Event.Kind> FOR_THE_AUTHOR =
      EnumSet.of(
          Event.Kind.APPROVED,
          Event.Kind.UNDONE,
          Event.Kind.VOIDED,
          Event.Kind.OVERRIDDEN,
          Event.Kind.FORBIDDEN,
          Event.Kind.STOPPED,
          Event.Kind.CHANGES_REQUESTED,
          Event.Kind.REJECTED,
          Event.Kind.PUBLISHED,
          Event.Kind.IMAGE_REFUSED,
          Event.Kind.WITHDRAWN);

  /** What leads hear, for a post of theirs does not go as it was planned. */
  private static final Set<Event.Kind> FOR_LEADS =
      EnumSet.of(Event.Kind.FORBIDDEN, Event.Kind.STOPPED);

  private final Posts posts;
  private final People people;
  private final Roles roles;
  private final OrganisationSettings organisation;
  private final CardBook cards;
  private final Homes homes;
  private final Duration grace;

  ReviewStory(
      Posts posts,
      People people,
      Roles roles,
      OrganisationSettings organisation,
      CardBook cards,
      Homes homes,
      Duration grace) {
    this.posts = posts;
    this.people = people;
    this.roles = roles;
    this.organisation = organisation;
    this.cards = cards;
    this.homes = homes;
    this.grace = grace;
  }

  @Override
  public void happened(Tx tx, Review review, Event event) {
    if (event.kind() == Event.Kind.OPENED) {
      for (long workspace : people.workspaces(tx)) {
        card(tx, review, workspace);
      }
    } else {
      cards.refresh(tx, CardKind.REVIEW, review.id());
    }
    cards.refresh(tx, CardKind.AUTHOR, review.post());
    if (event.kind() == Event.Kind.APPROVED) {
      // Undo leaves the card when the grace time is over.
      cards.refreshAt(tx, CardKind.REVIEW, review.id(), posts.now().plus(grace));
    }
    if (event.kind() != Event.Kind.OPENED || review.round() > 1) {
      cards.about(tx, CardKind.REVIEW, review.id()).forEach(card -> thread(tx, event, card));
    }
    if (FOR_THE_AUTHOR.contains(event.kind())) {
      authorCards(tx, review.post()).forEach(card -> thread(tx, event, card));
    }
    if (event.kind() == Event.Kind.NOBODY_LEFT
        || event.kind() == Event.Kind.CHANNEL_GONE
        || nowhereToDecide(tx, review, event)) {
      for (long admin : roles.holders(tx, Role.ADMIN)) {
        cards.want(tx, CardKind.WARNING, event.id(), people.member(tx, admin));
      }
    }
    if (FOR_LEADS.contains(event.kind())) {
      List<Long> leads = roles.holders(tx, Role.LEAD);
      for (long lead : leads.isEmpty() ? roles.holders(tx, Role.ADMIN) : leads) {
        cards.want(tx, CardKind.WARNING, event.id(), people.member(tx, lead));
      }
    }
    homes.refresh(tx, Role.APPROVER);
    homes.refresh(tx, Role.LEAD);
    posts.authors(tx, review.post()).forEach(author -> homes.refresh(tx, author));
  }

  /** Puts every open round into a channel that was just chosen for approvals. */
  void cardsFor(Tx tx, long workspace, List<Review> open) {
    open.forEach(review -> card(tx, review, workspace));
  }

  private boolean nowhereToDecide(Tx tx, Review review, Event event) {
    return event.kind() == Event.Kind.OPENED
        && cards.about(tx, CardKind.REVIEW, review.id()).isEmpty();
  }

  private void card(Tx tx, Review review, long workspace) {
    Optional<String> channel = organisation.approversChannel(tx, workspace);
    channel.ifPresent(
        to -> cards.want(tx, Lane.INTERACTIVE, CardKind.REVIEW, review.id(), 0, workspace, to));
  }

  /** An author who has the card on both platforms hears of it on one. */
  private Collection<CardRow> authorCards(Tx tx, long post) {
    Map<Long, CardRow> byAuthor = new LinkedHashMap<>();
    for (CardRow card : cards.about(tx, CardKind.AUTHOR, post)) {
      Person author = people.inWorkspace(tx, card.workspace(), card.recipient());
      if (people.member(tx, author.member()).id() == author.id()) {
        byAuthor.put(author.member(), card);
      } else {
        byAuthor.putIfAbsent(author.member(), card);
      }
    }
    return byAuthor.values();
  }

  private void thread(Tx tx, Event event, CardRow parent) {
    cards.want(
        tx,
        Lane.INTERACTIVE,
        CardKind.THREAD,
        event.id(),
        parent.id(),
        parent.workspace(),
        parent.recipient());
  }
}
