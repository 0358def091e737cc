package io.herald.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface DigestSql {
  @SqlBatch("INSERT INTO digest (member, due_at) VALUES (:member, :at) ON CONFLICT DO NOTHING")
  void begin(@BindMethods List<DigestSql.Gathered> all);

  /** The digests that gather for members; none of them is closed before this transaction ends. */
  @SqlQuery(
      """
      SELECT id, member FROM digest WHERE member IN (<members>) AND gathers = TRUE FOR UPDATE
      """)
  List<Open> open(@BindList("members") List<Long> members);

  @SqlBatch(
      """
      INSERT INTO digest_delivery (digest, delivery) VALUES (:digest, :delivery)
      ON CONFLICT DO NOTHING
      """)
  void add(@BindMethods List<Link> links);

  @SqlUpdate("UPDATE delivery SET state = 8 WHERE id IN (<ids>) AND state IN (1, 2)")
  void gathered(@BindList("ids") List<Long> ids);

  @SqlUpdate(
      """
      INSERT INTO outbox (lane, kind, subject, due_at, queued_at)
      SELECT 1, 'digest', id, due_at, :now FROM digest WHERE id IN (<ids>)
      ON CONFLICT DO NOTHING
      """)
  void enqueue(@BindList("ids") List<Long> ids, Instant now);

  @SqlQuery("SELECT id, member, due_at, gathers, asked_at FROM digest WHERE id = :id")
  Optional<Row> find(long id);

  @SqlQuery("SELECT id, member, due_at, gathers, asked_at FROM digest WHERE id = :id FOR UPDATE")
  Optional<Row> lock(long id);

  @SqlQuery(
      """
      SELECT d.id, d.post, d.member, d.broadcast, d.folded, d.state, p.state AS post_state,
        b.state AS broadcast_state
      FROM digest_delivery g
      JOIN delivery d ON d.id = g.delivery
      JOIN post p ON p.id = d.post
      LEFT JOIN broadcast b ON b.id = d.broadcast
      WHERE g.digest = :digest
      ORDER BY d.id
      """)
  List<Inside> inside(long digest);

  @SqlUpdate("DELETE FROM digest_delivery WHERE digest = :digest AND delivery IN (<ids>)")
  void takeOut(long digest, @BindList("ids") List<Long> ids);

  @SqlUpdate("UPDATE digest SET due_at = :at WHERE id = :id")
  void putOff(long id, Instant at);

  @SqlUpdate("UPDATE digest SET gathers = NULL, asked_at = :askedAt WHERE id = :id")
  void close(long id, @Nullable Instant askedAt);

  @SqlQuery("SELECT id FROM digest WHERE member = :member AND gathers = TRUE")
  Optional<Long> gathering(long member);

  /** Digests in which a post stands and that were sent. */
  @SqlQuery(
      """
      SELECT DISTINCT g.digest FROM digest_delivery g JOIN delivery d ON d.id = g.delivery
      WHERE d.post = :post ORDER BY g.digest
      """)
  List<Long> with(long post);

  /** A delivery that waits for a digest, which is due at a time unless one gathers already. */
  record Gathered(long delivery, long member, Instant at) {}

  /** A digest that gathers. */
  record Open(long id, long member) {}

  /** A delivery's place in a digest. */
  record Link(long digest, long delivery) {}

  /** A digest. */
  record Row(
      long id, long member, Instant dueAt, @Nullable Boolean gathers, @Nullable Instant askedAt) {}

  /** A delivery in a digest, with what decides whether it goes. */
  record Inside(
      long id,
      long post,
      long member,
      @Nullable Long broadcast,
      boolean folded,
      int state,
      io.herald.post.PostState postState,
      @Nullable BroadcastState broadcastState) {}
}
