package io.herald.chat;

import io.herald.members.Attention;
import io.herald.members.People;
import io.herald.members.Person;
import io.herald.outbox.Lane;
import io.herald.policy.Policies;
import io.herald.store.Tx;
import java.time.Instant;

/**
 * Asks members to read a version of the policy, each once: at the platform's pace, not in quiet
 * hours, and not before a pause is over. It is what the organisation owes them, so it counts as no
 * ask.
 */
final class PolicyAsks {
  /** As many at a time as a transaction should hold; the outbox paces them anyway. */
  private static final int AT_ONCE = 200;

  private final Policies policies;
  private final People people;
  private final Attention attention;
  private final CardBook cards;

  PolicyAsks(Policies policies, People people, Attention attention, CardBook cards) {
    this.policies = policies;
    this.people = people;
    this.attention = attention;
    this.cards = cards;
  }

  /** Wants the next cards; said every few seconds. */
  void ask(Tx tx) {
    for (Policies.Ask ask : policies.takeAsks(tx, AT_ONCE)) {
      Person person = people.member(tx, ask.member());
      Instant paused = attention.pausedUntil(tx, ask.member());
      Instant loud = attention.quietIsOver(tx, person);
      Instant at = paused != null && paused.isAfter(loud) ? paused : loud;
      cards.wantAt(tx, Lane.BULK, CardKind.POLICY, ask.document(), ask.version(), person, at);
    }
  }
}
