package io.herald.share;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface ShareSql {
  /** To whom a member's number leads: another one where the two became one. */
  @SqlQuery("SELECT COALESCE(merged_into, id) FROM member WHERE id = :member")
  Optional<Long> now(long member);

  /** Whether a member's links are counted; nothing for who left the organisation or was erased. */
  @SqlQuery("SELECT tracking FROM member WHERE id = :member AND left_organisation_at IS NULL")
  Optional<Boolean> tracking(long member);

  @SqlQuery(
      """
      SELECT t.name FROM revision_topic r JOIN topic t ON t.id = r.topic
      WHERE r.post = :post AND r.number = :revision
      ORDER BY r.position FETCH FIRST 1 ROWS ONLY
      """)
  Optional<String> firstTopic(long post, int revision);

  @SqlQuery(
      """
      SELECT COUNT(*) FROM share_link
      WHERE post = :post AND member = :member AND counted_at IS NOT NULL
      """)
  int shared(long post, long member);

  @SqlQuery(
      """
      SELECT m.id FROM member m WHERE m.id IN (<members>) AND EXISTS (
        SELECT 1 FROM share_link s WHERE s.member = m.id AND s.counted_at IS NOT NULL)
      """)
  List<Long> everShared(@BindList("members") List<Long> members);

  /** The campaign that pushed a post, if one did. */
  @SqlQuery(
      """
      SELECT c.name FROM broadcast b JOIN campaign c ON c.id = b.campaign
      WHERE b.post = :post ORDER BY b.id FETCH FIRST 1 ROWS ONLY
      """)
  Optional<String> campaign(long post);

  @SqlUpdate(
      """
      INSERT INTO share_link (post, member, network) VALUES (:post, :member, :network)
      ON CONFLICT DO NOTHING
      """)
  int addLink(long post, long member, String network);

  /** The row, which no other press of the same link gets until this transaction ends. */
  @SqlQuery(
      """
      SELECT id, counted_at FROM share_link
      WHERE post = :post AND member = :member AND network = :network
      FOR UPDATE
      """)
  Link lock(long post, long member, String network);

  @SqlUpdate("UPDATE share_link SET counted_at = :at WHERE id = :id")
  void counted(long id, Instant at);

  @SqlUpdate(
      """
      INSERT INTO share (share_link, revision, tracked, at)
      VALUES (:link, :revision, :tracked, :at)
      """)
  void addShare(long link, int revision, boolean tracked, Instant at);

  @SqlQuery(
      """
      SELECT t.token FROM tracked_link t JOIN share_link l ON l.id = t.share_link
      WHERE l.post = :post AND l.member = :member AND l.network = :network
        AND t.revision = :revision AND t.beside = 0
      """)
  Optional<String> tracked(long post, long member, String network, int revision);

  @SqlUpdate(
      """
      INSERT INTO tracked_link (share_link, revision, token, target, made_at)
      VALUES (:link, :revision, :token, :target, :at)
      """)
  void track(long link, int revision, String token, String target, Instant at);

  @SqlQuery("SELECT host FROM mastodon_server WHERE member = :member")
  Optional<String> server(long member);

  @SqlUpdate("UPDATE mastodon_server SET host = :host WHERE member = :member")
  int changeServer(long member, String host);

  @SqlUpdate(
      "INSERT INTO mastodon_server (member, host) VALUES (:member, :host) ON CONFLICT DO NOTHING")
  int addServer(long member, String host);

  @SqlQuery(
      """
      SELECT l.network, COUNT(*) AS number FROM share s JOIN share_link l ON l.id = s.share_link
      WHERE l.post = :post GROUP BY l.network ORDER BY l.network
      """)
  List<PerNetwork> sharesOf(long post);

  @SqlQuery(
      """
      SELECT COALESCE(SUM(v.visits), 0)
      FROM share_link l
      JOIN tracked_link t ON t.share_link = l.id
      JOIN visit_count v ON v.tracked_link = t.id
      WHERE l.post = :post
      """)
  long visitsOf(long post);

  @SqlQuery(
      """
      SELECT DISTINCT member FROM share_link
      WHERE post = :post AND member IS NOT NULL AND counted_at IS NOT NULL
      ORDER BY member
      """)
  List<Long> sharers(long post);

  @SqlQuery(
      """
      SELECT l.post, l.network, l.counted_at AS at,
        (SELECT COALESCE(SUM(v.visits), 0)
         FROM tracked_link t JOIN visit_count v ON v.tracked_link = t.id
         WHERE t.share_link = l.id) AS visits
      FROM share_link l
      WHERE l.member = :member AND l.counted_at IS NOT NULL
      ORDER BY l.counted_at DESC, l.id DESC
      OFFSET :skip ROWS FETCH FIRST :most ROWS ONLY
      """)
  List<Mine> of(long member, int skip, int most);

  /** One share link and the last press that counted. */
  record Link(long id, @Nullable Instant countedAt) {}

  /** How many shares a network has. */
  record PerNetwork(String network, long number) {}

  /** A member's own share. */
  record Mine(long post, String network, Instant at, long visits) {}
}
