package io.herald.chat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface DeskSql {
  @SqlUpdate(
      """
      INSERT INTO taken (request_key, at, answer) VALUES (:key, :at, '') ON CONFLICT DO NOTHING
      """)
  int take(String key, Instant at);

  @SqlUpdate("UPDATE taken SET answer = :answer WHERE request_key = :key")
  void answer(String key, String answer);

  @SqlUpdate("DELETE FROM taken WHERE request_key = :key")
  void release(String key);

  @SqlQuery("SELECT answer FROM taken WHERE request_key = :key")
  Optional<String> answered(String key);

  @SqlUpdate("DELETE FROM taken WHERE at < :before")
  int forget(Instant before);

  @SqlUpdate(
      """
      INSERT INTO waiting_intent (identity, intent, entries, channel, message, answer_at, at)
      VALUES (:identity, :intent, :entries, :channel, :message, :answerAt, :at)
      """)
  void wait(
      long identity,
      String intent,
      String entries,
      @Nullable String channel,
      @Nullable String message,
      @Nullable String answerAt,
      Instant at);

  @SqlQuery(
      """
      SELECT id, identity, intent, entries, channel, message, answer_at FROM waiting_intent
      WHERE identity = :identity ORDER BY id
      """)
  List<WaitingRow> waiting(long identity);

  @SqlUpdate("DELETE FROM waiting_intent WHERE id = :id")
  int resume(long id);

  /** An intent that waits until it is known who asked. */
  record WaitingRow(
      long id,
      long identity,
      String intent,
      String entries,
      @Nullable String channel,
      @Nullable String message,
      @Nullable String answerAt) {}
}
