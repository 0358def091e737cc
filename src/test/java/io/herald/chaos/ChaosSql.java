package io.herald.chaos;

import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** How a broadcast stands, read beside Herald. */
interface ChaosSql {
  @SqlQuery("SELECT COUNT(*) FROM delivery WHERE broadcast IS NOT NULL")
  long deliveries();

  @SqlQuery("SELECT COUNT(*) FROM delivery WHERE broadcast IS NOT NULL AND state >= 3")
  long ended();

  /** The cards that a node was sending when it was killed. */
  @SqlQuery(
      """
      SELECT c.id FROM card c
      JOIN outbox o ON o.kind = 'delivery' AND o.subject = c.subject
        OR o.kind = 'card' AND o.subject = c.id
      WHERE c.kind = 'POST' AND c.state = 'SENDING' AND o.state = 1 AND o.node = :node
      """)
  List<Long> sending(long node);

  @SqlQuery("SELECT id FROM card WHERE kind = 'POST'")
  List<Long> cards();

  @SqlQuery("SELECT id FROM card WHERE kind = 'POST' AND state = 'UNKNOWN'")
  List<Long> unknown();
}
