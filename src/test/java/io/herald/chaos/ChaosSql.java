package io.herald.chaos;

import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
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

  @SqlQuery(
      """
      SELECT c.id, w.platform, c.recipient, c.state = 'UNKNOWN' AS unknown
      FROM card c JOIN workspace w ON w.id = c.workspace
      WHERE c.kind = 'POST' ORDER BY c.id
      """)
  @RegisterConstructorMapper(PostCard.class)
  List<PostCard> cards();

  /** How everything stands, a line each, for whoever has to find out why nothing goes on. */
  @SqlQuery(
      """
      SELECT 'outbox ' || lane || ' ' || kind || ' state ' || state || ' node '
        || COALESCE(CAST(node AS VARCHAR), '-') || ': ' || COUNT(*) || ', due ' || MIN(due_at)
      FROM outbox GROUP BY lane, kind, state, node
      UNION ALL
      SELECT 'delivery state ' || state || ': ' || COUNT(*) || ', due '
        || COALESCE(CAST(MIN(due_at) AS VARCHAR), '-')
      FROM delivery GROUP BY state
      UNION ALL
      SELECT 'broadcast ' || id || ' ' || state FROM broadcast
      UNION ALL
      SELECT 'pace ' || call || ' ' || rate || ', next ' || next_at || ', paused until ' || paused_until
      FROM pace
      UNION ALL
      SELECT 'node ' || id || ' beat ' || beat FROM node
      UNION ALL
      SELECT 'now ' || NOW()
      """)
  List<String> standing();
}
