package io.herald.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface BroadcastSql {
  /** The members whom a revision concerns: joined, still here, following one of its topics. */
  String AUDIENCE =
      """
      FROM member m
      WHERE m.joined_at IS NOT NULL AND m.left_organisation_at IS NULL AND EXISTS (
        SELECT 1 FROM follow f
        JOIN revision_topic t ON t.topic = f.topic
        WHERE f.member = m.id AND t.post = :post AND t.number = :revision)
      """;

  String BROADCAST =
      """
      SELECT id, post, state, revision, members, campaign, why, started_at, changed_at, ended_at
      FROM broadcast
      """;

  @SqlUpdate("INSERT INTO broadcast (post, revision, started_at) VALUES (:post, :revision, :at)")
  @GetGeneratedKeys("id")
  long start(long post, int revision, Instant at);

  @SqlQuery(BROADCAST + "WHERE id = :id")
  Optional<Broadcast> find(long id);

  @SqlQuery(BROADCAST + "WHERE id = :id FOR UPDATE")
  Optional<Broadcast> lock(long id);

  @SqlQuery(BROADCAST + "WHERE post = :post ORDER BY id")
  List<Broadcast> ofPost(long post);

  /** Those that go on and have something to send now. */
  @SqlQuery(
      """
      SELECT b.id FROM broadcast b
      WHERE b.state = 'RUNNING' AND EXISTS (
        SELECT 1 FROM delivery d
        WHERE d.broadcast = b.id AND d.state = 1 AND d.due_at <= :now)
      ORDER BY b.id
      """)
  List<Long> hungry(Instant now);

  /** Those that go on and of which every delivery has ended. */
  @SqlQuery(
      """
      SELECT b.id FROM broadcast b
      WHERE b.state = 'RUNNING' AND b.members = (
        SELECT COALESCE(SUM(t.number), 0) FROM broadcast_tally t WHERE t.broadcast = b.id)
      ORDER BY b.id
      """)
  List<Long> over();

  @SqlUpdate(
      """
      UPDATE broadcast
      SET state = :state, why = :why, changed_at = :changedAt, ended_at = :endedAt
      WHERE id = :id
      """)
  int store(@BindMethods Broadcast broadcast);

  @SqlUpdate("UPDATE broadcast SET members = members + :more WHERE id = :id")
  int grow(long id, int more);

  @SqlUpdate(
      """
      UPDATE broadcast SET state = 'DONE', changed_at = :at, ended_at = :at
      WHERE id = :id AND state = 'RUNNING' AND members = (
        SELECT COALESCE(SUM(number), 0) FROM broadcast_tally t WHERE t.broadcast = broadcast.id)
      """)
  int finish(long id, Instant at);

  @SqlQuery("SELECT COUNT(*) " + AUDIENCE)
  long audience(long post, int revision);

  /** Takes over what feed or Home showed first, and what earlier ones left behind. */
  @SqlUpdate(
      """
      UPDATE delivery SET broadcast = :broadcast, state = 1, due_at = :due, reason = NULL
      WHERE post = :post
        AND (state = 0 OR state IN (1, 2, 8) AND broadcast IN (
          SELECT b.id FROM broadcast b WHERE b.post = :post AND b.state = 'CANCELLED')
          OR state = 5 AND reason IN ('cap_reached', 'paused', 'not_joined'))
        AND member IN (SELECT m.id
      """
          + AUDIENCE
          + ")")
  int adopt(long broadcast, long post, int revision, Instant due);

  // Whoever has one already is left out by the unique key. Asked for in the statement (NOT EXISTS),
  // PostgreSQL reads what the statement itself has written so far again for each member, as long as
  // it knows the table as small: minutes for a first push to fifty thousand.
  @SqlUpdate(
      "INSERT INTO delivery (post, member, broadcast, state, due_at)"
          + " SELECT :post, m.id, :broadcast, 1, :due "
          + AUDIENCE
          + " ON CONFLICT DO NOTHING")
  int deliver(long broadcast, long post, int revision, Instant due);

  @SqlUpdate(
      """
      INSERT INTO channel_delivery (post, broadcast, workspace, channel)
      SELECT DISTINCT :post, :broadcast, c.workspace, c.channel
      FROM topic_channel c
      JOIN revision_topic t ON t.topic = c.topic
      WHERE t.post = :post AND t.number = :revision
      ON CONFLICT DO NOTHING
      """)
  int deliverToChannels(long broadcast, long post, int revision);

  @SqlUpdate(
      """
      INSERT INTO outbox (lane, kind, subject, due_at, queued_at)
      SELECT 0, 'channel_delivery', id, :at, :at FROM channel_delivery WHERE broadcast = :broadcast
      ON CONFLICT DO NOTHING
      """)
  int enqueueChannels(long broadcast, Instant at);

  @SqlUpdate(
      """
      DELETE FROM outbox
      WHERE state = 0 AND attempts = 0 AND kind = 'channel_delivery'
        AND subject IN (SELECT id FROM channel_delivery WHERE post = :post)
      """)
  int cancelChannels(long post);

  /** To whom the member's number leads now. */
  String DELIVERY =
      """
      SELECT d.id, d.post, COALESCE(m.merged_into, d.member) AS member, d.broadcast, d.folded
      FROM delivery d JOIN member m ON m.id = d.member
      """;

  @SqlQuery(DELIVERY + "WHERE d.id IN (<ids>)")
  List<Delivery> deliveries(@BindList("ids") List<Long> ids);

  @SqlQuery(
      DELIVERY
          + """
            WHERE d.post = :post AND (d.member = :member OR m.merged_into = :member)
            ORDER BY d.member
            """)
  List<Delivery> deliveriesTo(long post, long member);

  @SqlUpdate(
      """
      UPDATE delivery SET folded = :folded
      WHERE post = :post AND (member = :member
        OR member IN (SELECT gone.id FROM member gone WHERE gone.merged_into = :member))
      """)
  int fold(long post, long member, boolean folded);

  @SqlQuery("SELECT id, post, workspace, channel FROM channel_delivery WHERE id = :id")
  Optional<ChannelDelivery> channelDelivery(long id);
}
