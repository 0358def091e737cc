package io.herald.share;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Shares of two members who become one. */
interface ShareHandOverSql {
  @SqlQuery(
      """
      SELECT k.id AS kept, o.id AS other
      FROM share_link k JOIN share_link o ON o.post = k.post AND o.network = k.network
      WHERE k.member = :to AND o.member = :from
      ORDER BY k.id
      """)
  List<Pair> both(long from, long to);

  /** Where both have a tracked link of one revision, one is given out from now on. */
  @SqlUpdate(
      """
      UPDATE tracked_link SET beside = id
      WHERE share_link = :other AND beside = 0 AND EXISTS (
        SELECT 1 FROM tracked_link k
        WHERE k.share_link = :kept AND k.revision = tracked_link.revision AND k.beside = 0)
      """)
  void standBeside(long other, long kept);

  @SqlUpdate("UPDATE tracked_link SET share_link = :kept WHERE share_link = :other")
  void moveTracked(long other, long kept);

  @SqlUpdate("UPDATE share SET share_link = :kept WHERE share_link = :other")
  void moveShares(long other, long kept);

  @SqlUpdate(
      """
      UPDATE share_link SET counted_at = (
        SELECT MAX(b.counted_at) FROM share_link b WHERE b.id IN (:other, :kept))
      WHERE id = :kept
      """)
  void countedLast(long other, long kept);

  @SqlUpdate("DELETE FROM share_link WHERE id = :id")
  void drop(long id);

  @SqlUpdate("UPDATE share_link SET member = :to WHERE member = :from")
  void move(long from, long to);

  @SqlUpdate(
      """
      UPDATE mastodon_server SET member = :to
      WHERE member = :from AND NOT EXISTS (SELECT 1 FROM mastodon_server o WHERE o.member = :to)
      """)
  void moveServer(long from, long to);

  @SqlUpdate("DELETE FROM mastodon_server WHERE member = :member")
  void dropServer(long member);

  /** Posts that both shared, and were counted for. */
  @SqlQuery(
      """
      SELECT s.post FROM sharer s JOIN sharer o ON o.post = s.post
      WHERE s.member = :to AND o.member = :from ORDER BY s.post
      """)
  List<Long> sharedByBoth(long from, long to);

  @SqlQuery(
      """
      SELECT l.network, s.at FROM share s JOIN share_link l ON l.id = s.share_link
      WHERE l.post = :post AND l.member = :member
      ORDER BY s.id FETCH FIRST 1 ROWS ONLY
      """)
  Optional<First> first(long post, long member);

  @SqlUpdate(
      """
      UPDATE share_stat SET people = people - 1
      WHERE post = :post AND network = :network AND on_date = :date AND people > 0
      """)
  void onePersonLess(long post, String network, LocalDate date);

  @SqlUpdate("DELETE FROM sharer WHERE post = :post AND member = :member")
  void dropSharer(long post, long member);

  @SqlUpdate("UPDATE sharer SET member = :to WHERE member = :from")
  void moveSharer(long from, long to);

  /** The first share of a post by a member. */
  record First(String network, Instant at) {}

  /** Two share links of one post and network. */
  record Pair(long kept, long other) {}
}
