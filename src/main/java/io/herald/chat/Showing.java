package io.herald.chat;

import io.herald.members.Account;
import io.herald.members.People;
import io.herald.store.Database;
import io.herald.store.Tx;
import java.util.List;
import java.util.Optional;

/**
 * What a card that lies somewhere shows now: for a platform on which an answer takes the place of
 * the card that was pressed, and has to lead back to it.
 */
public final class Showing {
  private static final long BETWEEN_LOOKS_MILLIS = 50;

  /** Two seconds in all. */
  private static final int LOOKS = 40;

  private final Database database;
  private final People people;
  private final CardMaker maker;
  private final Runnable pause;

  Showing(Database database, People people, CardMaker maker) {
    this(database, people, maker, Showing::pause);
  }

  /**
   * @param pause lets a little time go by before the next look
   */
  Showing(Database database, People people, CardMaker maker, Runnable pause) {
    this.database = database;
    this.people = people;
    this.maker = maker;
    this.pause = pause;
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS_MILLIS);
    } catch (InterruptedException e) {
      // Whoever ends the thread gets the answer there is: the looks that are left take no time.
      Thread.currentThread().interrupt();
    }
  }

  /**
   * The card at a place, as it is now; nothing where no card of the book lies there. Somebody may
   * press on a card whose sending is not noted yet: while something is on its way to the place,
   * that is waited for, two seconds at most.
   *
   * @param account any account of the workspace
   */
  public Optional<Card> at(Account account, Place place) {
    String channel = place.channel();
    String message = place.message();
    if (channel == null || message == null) {
      return Optional.empty();
    }
    for (int look = 1; ; look++) {
      // Asked first, so that what is noted between the two is found.
      boolean onItsWay =
          look < LOOKS && database.inTransaction(tx -> isOnItsWay(tx, account, channel));
      Optional<Card> card = database.inTransaction(tx -> at(tx, account, channel, message));
      if (card.isPresent() || !onItsWay) {
        return card;
      }
      pause.run();
    }
  }

  private boolean isOnItsWay(Tx tx, Account account, String channel) {
    long workspace = people.workspace(tx, account.platform(), account.workspace());
    return tx.sql(CardSql.class).onTheirWay(workspace, List.of(channel, account.user())) > 0;
  }

  private Optional<Card> at(Tx tx, Account account, String channel, String message) {
    long workspace = people.workspace(tx, account.platform(), account.workspace());
    return tx.sql(CardSql.class)
        .lyingAt(workspace, channel, message)
        .flatMap(row -> maker.draw(tx, row))
        .map(CardMaker.Drawn::card);
  }
}
