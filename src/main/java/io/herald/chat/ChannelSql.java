package io.herald.chat;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface ChannelSql {
  @SqlUpdate(
      """
      INSERT INTO channel_request (identity, channel, purpose, topic, asked_in, answer_at, at)
      VALUES (:identity, :channel, :purpose, :topic, :askedIn, :answerAt, :at)
      """)
  @GetGeneratedKeys("id")
  long ask(
      long identity,
      String channel,
      ChannelRequests.Purpose purpose,
      @Nullable Long topic,
      @Nullable String askedIn,
      @Nullable String answerAt,
      Instant at);

  @SqlQuery(
      """
      SELECT id, identity, channel, purpose, topic, asked_in, answer_at
      FROM channel_request WHERE id = :id
      """)
  Optional<Row> find(long id);

  @SqlUpdate("DELETE FROM channel_request WHERE id = :id")
  int done(long id);

  @SqlUpdate(
      "UPDATE channel_name SET name = :name WHERE workspace = :workspace AND channel = :channel")
  int rename(long workspace, String channel, String name);

  @SqlUpdate(
      """
      INSERT INTO channel_name (workspace, channel, name) VALUES (:workspace, :channel, :name)
      ON CONFLICT DO NOTHING
      """)
  void name(long workspace, String channel, String name);

  @SqlQuery("SELECT name FROM channel_name WHERE workspace = :workspace AND channel = :channel")
  Optional<String> nameOf(long workspace, String channel);

  /** A channel as it was called when it was last looked up. */
  record Known(long workspace, String channel, String name) {}

  /** A request as it is stored. */
  record Row(
      long id,
      long identity,
      String channel,
      ChannelRequests.Purpose purpose,
      @Nullable Long topic,
      @Nullable String askedIn,
      @Nullable String answerAt) {}
}
