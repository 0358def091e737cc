package io.herald.chat;

import io.herald.members.Account;
import io.herald.members.People;
import io.herald.store.Database;
import io.herald.store.Tx;
import java.util.Optional;

/**
 * What a card that lies somewhere shows now: for a platform on which an answer takes the place of
 * the card that was pressed, and has to lead back to it.
 */
public final class Showing {
  private final Database database;
  private final People people;
  private final CardMaker maker;

  Showing(Database database, People people, CardMaker maker) {
    this.database = database;
    this.people = people;
    this.maker = maker;
  }

  /**
   * The card at a place, as it is now; nothing where no card of the book lies there.
   *
   * @param account any account of the workspace
   */
  public Optional<Card> at(Account account, Place place) {
    String channel = place.channel();
    String message = place.message();
    if (channel == null || message == null) {
      return Optional.empty();
    }
    return database.inTransaction(tx -> at(tx, account, channel, message));
  }

  private Optional<Card> at(Tx tx, Account account, String channel, String message) {
    long workspace = people.workspace(tx, account.platform(), account.workspace());
    return tx.sql(CardSql.class)
        .lyingAt(workspace, channel, message)
        .flatMap(row -> maker.draw(tx, row))
        .map(CardMaker.Drawn::card);
  }
}
