package io.herald.share;

import io.herald.network.Network;
import io.herald.store.Database;
import java.time.LocalDate;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What happens on the web, for tests of other rooms. */
public final class Presses {
  private Presses() {}

  /** A member presses the button of a network. */
  public static void press(
      Shares shares, ShareTokens tokens, long member, long post, Network network) {
    if (!(shares.press(tokens.make(member, post, network), true) instanceof Pressed.Ready)) {
      throw new AssertionError("not shared: " + post + " on " + network);
    }
  }

  /** The public opens every tracked link of a member so often on one day. */
  public static void visit(Database database, long member, LocalDate date, long visits) {
    database.run(tx -> tx.sql(VisitSql.class).visit(member, date, visits));
  }

  interface VisitSql {
    @SqlUpdate(
        """
        INSERT INTO visit_count (tracked_link, on_date, visits)
        SELECT t.id, :date, :visits FROM tracked_link t
        JOIN share_link l ON l.id = t.share_link WHERE l.member = :member
        """)
    void visit(long member, LocalDate date, long visits);
  }
}
