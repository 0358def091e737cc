package io.herald.campaign;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
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

  @SqlUpdate("INSERT INTO broadcast (post, started_at) VALUES (:post, :at)")
  @GetGeneratedKeys("id")
  long start(long post, Instant at);

  @SqlQuery("SELECT COUNT(*) " + AUDIENCE)
  long audience(long post, int revision);

  @SqlUpdate(
      "UPDATE delivery SET broadcast = :broadcast WHERE post = :post AND broadcast IS NULL"
          + " AND member IN (SELECT m.id "
          + AUDIENCE
          + ")")
  int adopt(long broadcast, long post, int revision);

  @SqlUpdate(
      "INSERT INTO delivery (post, member, broadcast) SELECT :post, m.id, :broadcast "
          + AUDIENCE
          + " AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.post = :post AND d.member = m.id)")
  int deliver(long broadcast, long post, int revision);

  @SqlUpdate(
      """
      INSERT INTO outbox (lane, kind, subject, due_at, queued_at)
      SELECT 1, 'delivery', id, :at, :at FROM delivery WHERE broadcast = :broadcast
      ON CONFLICT DO NOTHING
      """)
  int enqueue(long broadcast, Instant at);

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
      WHERE state = 0 AND attempts = 0 AND (
        kind = 'delivery' AND subject IN (SELECT id FROM delivery WHERE post = :post)
        OR kind = 'channel_delivery'
          AND subject IN (SELECT id FROM channel_delivery WHERE post = :post))
      """)
  int cancel(long post);

  @SqlQuery("SELECT id, post, member, broadcast, folded FROM delivery WHERE id = :id")
  @RegisterConstructorMapper(Delivery.class)
  Optional<Delivery> delivery(long id);

  @SqlQuery(
      """
      SELECT id, post, member, broadcast, folded FROM delivery
      WHERE post = :post AND member = :member
      """)
  @RegisterConstructorMapper(Delivery.class)
  Optional<Delivery> deliveryTo(long post, long member);

  @SqlUpdate("UPDATE delivery SET folded = :folded WHERE post = :post AND member = :member")
  int fold(long post, long member, boolean folded);

  @SqlQuery("SELECT id, post, workspace, channel FROM channel_delivery WHERE id = :id")
  @RegisterConstructorMapper(ChannelDelivery.class)
  Optional<ChannelDelivery> channelDelivery(long id);
}
