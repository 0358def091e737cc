package io.herald.backup;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface BackupSql {
  @SqlUpdate(
      """
      INSERT INTO backup (made_at, file, bytes, rows_in_all) VALUES (:at, :file, :bytes, :rows)
      """)
  void made(Instant at, String file, long bytes, long rows);

  @SqlQuery("SELECT MAX(made_at) FROM backup WHERE organisation = 1")
  Optional<Instant> newest();

  @SqlUpdate("DELETE FROM backup WHERE made_at < :before")
  void forget(Instant before);
}
