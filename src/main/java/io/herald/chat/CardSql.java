package io.herald.chat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface CardSql {
  String CARD =
      """
      SELECT id, kind, subject, detail, workspace, recipient, state, tried_at, channel, message,
        lost
      FROM card
      """;

  @SqlUpdate(
      """
      INSERT INTO card (kind, subject, detail, workspace, recipient, state)
      VALUES (:kind, :subject, :detail, :workspace, :recipient, 'WAITING')
      ON CONFLICT DO NOTHING
      """)
  @GetGeneratedKeys("id")
  Optional<Long> add(CardKind kind, long subject, long detail, long workspace, String recipient);

  @SqlQuery(
      CARD
          + """
            WHERE kind = :kind AND subject = :subject AND detail = :detail
              AND workspace = :workspace AND recipient = :recipient
            """)
  CardRow of(CardKind kind, long subject, long detail, long workspace, String recipient);

  @SqlQuery(CARD + "WHERE id = :id")
  Optional<CardRow> find(long id);

  @SqlQuery(CARD + "WHERE message = :message AND workspace = :workspace AND channel = :channel")
  Optional<CardRow> lyingAt(long workspace, String channel, String message);

  // What the nodes are at is little, and the outbox's index begins with the state.
  @SqlQuery(
      """
      SELECT COUNT(*) FROM card c
      WHERE c.state = 'SENDING' AND c.workspace = :workspace AND c.recipient IN (<recipients>)
        AND c.id IN (
          SELECT subject FROM outbox WHERE state = 1 AND kind IN ('card', 'card_later')
          UNION ALL
          SELECT d.id FROM outbox o JOIN card d
            ON d.kind = 'POST' AND d.subject = o.subject
          WHERE o.state = 1 AND o.kind = 'delivery'
          UNION ALL
          SELECT d.id FROM outbox o JOIN card d
            ON d.kind = 'CHANNEL_POST' AND d.subject = o.subject
          WHERE o.state = 1 AND o.kind = 'channel_delivery')
      """)
  int onTheirWay(long workspace, @BindList("recipients") List<String> recipients);

  /** The cards of deliveries; asked for by kind and subjects, H2 would read those of all. */
  @SqlQuery(
      """
      SELECT c.id, c.kind, c.subject, c.detail, c.workspace, c.recipient, c.state, c.tried_at,
        c.channel, c.message, c.lost
      FROM delivery d JOIN card c ON c.kind = 'POST' AND c.subject = d.id
      WHERE d.id IN (<deliveries>) ORDER BY c.id
      """)
  List<CardRow> ofDeliveries(@BindList("deliveries") List<Long> deliveries);

  @SqlQuery(CARD + "WHERE kind = :kind AND subject = :subject ORDER BY id")
  List<CardRow> about(CardKind kind, long subject);

  @SqlQuery(
      """
      SELECT MAX(subject) FROM card
      WHERE kind = :kind AND workspace = :workspace AND recipient = :recipient
      """)
  Optional<Long> newestAbout(CardKind kind, long workspace, String recipient);

  @SqlUpdate("UPDATE card SET subject = :to WHERE kind = 'WELCOME' AND subject = :from")
  void handOverWelcome(long from, long to);

  @SqlUpdate("UPDATE card SET state = :state, tried_at = :at WHERE id = :id")
  void trying(long id, CardRow.State state, @Nullable Instant at);

  @SqlUpdate(
      """
      UPDATE card SET state = 'WAITING', tried_at = NULL
      WHERE id = :id AND state = 'SENDING' AND tried_at = :at
      """)
  void notBegun(long id, Instant at);

  @SqlUpdate("UPDATE card SET state = 'WAITING', tried_at = NULL, lost = lost + 1 WHERE id = :id")
  void lost(long id);

  @SqlUpdate(
      """
      UPDATE card SET workspace = :workspace, recipient = :recipient, state = 'WAITING',
        tried_at = NULL, lost = 0
      WHERE id = :id AND message IS NULL AND NOT EXISTS (
        SELECT 1 FROM card there
        WHERE there.kind = card.kind AND there.subject = card.subject
          AND there.detail = card.detail AND there.workspace = :workspace
          AND there.recipient = :recipient)
      """)
  int readdress(long id, long workspace, String recipient);

  // Whether they arrived nobody could tell; somebody has decided that they go again.
  @SqlUpdate(
      """
      UPDATE card SET state = 'WAITING', tried_at = NULL, lost = 0, failure = NULL
      WHERE kind = 'POST' AND state = 'UNKNOWN' AND subject IN (
        SELECT id FROM delivery WHERE broadcast = :broadcast)
      """)
  int sendUnknown(long broadcast);

  @SqlBatch(
      """
      UPDATE card SET state = 'SHOWN', channel = :channel, message = :message, failure = NULL
      WHERE id = :id
      """)
  void shown(@BindMethods List<Place> all);

  /** Where a card lies. */
  record Place(long id, String channel, String message) {}

  @SqlUpdate("UPDATE card SET state = :state, failure = :failure WHERE id = :id")
  void ended(long id, CardRow.State state, String failure);

  @SqlUpdate(
      """
      INSERT INTO outbox (lane, kind, subject, due_at, queued_at)
      SELECT 0, 'card_later', c.id, :at, :now FROM card c
      WHERE c.kind = 'PUSH' AND c.message IS NOT NULL AND EXISTS (
        SELECT 1 FROM broadcast b WHERE b.post = c.subject AND b.state = 'RUNNING')
      ON CONFLICT DO NOTHING
      """)
  int refreshUnderWay(Instant at, Instant now);

  @SqlQuery(
      """
      SELECT c.id FROM card c
      WHERE c.kind = 'PUSH' AND EXISTS (
        SELECT 1 FROM broadcast b WHERE b.post = c.subject AND b.ended_at >= :since)
      """)
  List<Long> pushesEnded(Instant since);

  @SqlQuery(
      """
      SELECT c.id FROM card c JOIN digest d ON d.id = c.subject
      WHERE c.kind = 'DIGEST' AND d.member = :member AND c.message IS NOT NULL
      ORDER BY c.id DESC FETCH FIRST 3 ROWS ONLY
      """)
  List<Long> digestsOf(long member);

  @SqlQuery(
      CARD
          + """
            WHERE kind = 'CHANNEL_POST' AND subject IN (
              SELECT id FROM channel_delivery WHERE post = :post)
            """)
  List<CardRow> inChannels(long post);

  @SqlQuery(
      """
      SELECT COUNT(*) FROM card c JOIN delivery d ON d.id = c.subject
      WHERE c.kind = 'POST' AND d.post = :post AND c.message IS NOT NULL
      """)
  long delivered(long post);
}
