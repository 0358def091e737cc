package io.herald.chat;

import io.herald.outbox.Work;

/**
 * The time has come to draw a card anew. It is left to the one piece of work that each card has:
 * drawn by two at once, the older picture might be the one that stays.
 */
final class LaterErrand implements Errand {
  private final CardBook cards;

  LaterErrand(CardBook cards) {
    this.cards = cards;
  }

  @Override
  public Result run(Work work) {
    return Result.done(tx -> cards.refresh(tx, work.subject()));
  }
}
