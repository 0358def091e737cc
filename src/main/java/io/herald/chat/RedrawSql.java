package io.herald.chat;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Cards of posts that are to be drawn anew, some at a time. */
interface RedrawSql {
  @SqlUpdate("UPDATE redraw SET after_member = 0 WHERE post = :post")
  int again(long post);

  @SqlUpdate(
      """
      INSERT INTO redraw (post, workspace, at) SELECT :post, id, :at FROM workspace
      ON CONFLICT DO NOTHING
      """)
  int begin(long post, Instant at);

  @SqlUpdate("UPDATE redraw SET after_member = 0")
  int allAgain();

  @SqlQuery("SELECT post, workspace, after_member FROM redraw ORDER BY at, post, workspace")
  List<Row> all();

  /** Goes on from where it was; not where another node has done so meanwhile. */
  @SqlUpdate(
      """
      UPDATE redraw SET after_member = :member
      WHERE post = :post AND workspace = :workspace AND after_member = :afterMember
      """)
  int upTo(@BindMethods Row row, long member);

  @SqlUpdate(
      """
      DELETE FROM redraw
      WHERE post = :post AND workspace = :workspace AND after_member = :afterMember
      """)
  void end(@BindMethods Row row);

  // Counted whole: cut off by FETCH FIRST, for a list of states, H2 2.5.252 gave deleted rows.
  /** How many cards of a workspace wait to be drawn anew in bulk; they are never many. */
  @SqlQuery(
      """
      SELECT COUNT(*) FROM outbox
      WHERE lane = 1 AND kind = 'card' AND workspace = :workspace AND state < 2
      """)
  int waiting(long workspace);

  @SqlQuery(
      """
      SELECT id, member FROM delivery WHERE post = :post AND member > :after
      ORDER BY member FETCH FIRST :most ROWS ONLY
      """)
  List<Its> deliveries(long post, long after, int most);

  @SqlQuery(
      """
      SELECT c.id, c.message IS NOT NULL AS lies FROM card c
      WHERE c.kind IN ('POST', 'NUDGE') AND c.subject IN (<deliveries>)
        AND c.workspace = :workspace AND (c.message IS NOT NULL OR c.state = 'SENDING')
      UNION
      SELECT c.id, c.message IS NOT NULL FROM digest_delivery g
      JOIN card c ON c.kind = 'DIGEST' AND c.subject = g.digest
      WHERE g.delivery IN (<deliveries>)
        AND c.workspace = :workspace AND (c.message IS NOT NULL OR c.state = 'SENDING')
      """)
  List<Its.Card> cards(@BindList("deliveries") List<Long> deliveries, long workspace);

  @SqlUpdate("UPDATE outbox SET wanted = wanted + 1 WHERE kind = 'card' AND subject IN (<cards>)")
  int wantAgain(@BindList("cards") List<Long> cards);

  @SqlUpdate(
      """
      INSERT INTO outbox (lane, kind, subject, workspace, due_at, queued_at)
      SELECT 1, 'card', id, :workspace, :at, :at FROM card WHERE id IN (<cards>)
      ON CONFLICT DO NOTHING
      """)
  int want(@BindList("cards") List<Long> cards, long workspace, Instant at);

  @SqlUpdate(
      """
      INSERT INTO outbox (lane, kind, subject, due_at, queued_at)
      SELECT 1, 'card_later', id, :due, :at FROM card WHERE id IN (<cards>)
      ON CONFLICT DO NOTHING
      """)
  int wantLater(@BindList("cards") List<Long> cards, Instant due, Instant at);

  /** The cards of a post in a workspace, and up to which member they were wanted. */
  record Row(long post, long workspace, long afterMember) {}

  /** A member's delivery of a post. */
  record Its(long id, long member) {
    /** A card in which it stands; one that does not lie anywhere yet is on its way. */
    record Card(long id, boolean lies) {}
  }
}
