package io.herald.records.export;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface ExportJobSql {
  @SqlUpdate(
      """
      INSERT INTO record_export
        (member, asked_at, time_from, time_to, person, campaign, words, reason, state)
      VALUES (:member, :at, :from, :to, :person, :campaign, :text, :reason, 'ASKED')
      """)
  @GetGeneratedKeys("id")
  long add(@Nullable Long member, Instant at, @BindMethods Asked asked);

  @SqlQuery(
      """
      SELECT id, member, asked_at, time_from, time_to, person, campaign, words, reason, state,
        reached, entries, shown, address, ready_at
      FROM record_export WHERE id = :id
      """)
  Optional<Export> find(long id);

  @SqlUpdate("UPDATE record_export SET reached = :reached, entries = :of WHERE id = :id")
  void reached(long id, long reached, long of);

  @SqlUpdate(
      """
      UPDATE record_export SET state = 'READY', reached = :entries, entries = :entries,
        shown = :shown, address = :address, ready_at = :at
      WHERE id = :id
      """)
  void ready(long id, long entries, long shown, String address, Instant at);

  @SqlUpdate("UPDATE record_export SET state = 'TOO_LARGE', ready_at = :at WHERE id = :id")
  void tooLarge(long id, Instant at);

  @SqlUpdate("UPDATE record_export SET state = 'TAKEN', address = NULL WHERE id = :id")
  void taken(long id);

  @SqlUpdate(
      """
      INSERT INTO record_export_part (export, position, bytes) VALUES (:id, :position, :bytes)
      """)
  void addPart(long id, int position, byte[] bytes);

  @SqlQuery("SELECT bytes FROM record_export_part WHERE export = :id AND position = :position")
  Optional<byte[]> part(long id, int position);

  @SqlUpdate("DELETE FROM record_export_part WHERE export = :id")
  int dropParts(long id);

  @SqlQuery("SELECT id FROM record_export WHERE state = 'READY' AND ready_at <= :before")
  List<Long> over(Instant before);
}
