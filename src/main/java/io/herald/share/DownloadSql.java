package io.herald.share;

import java.time.Instant;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface DownloadSql {
  @SqlUpdate(
      """
      INSERT INTO download (token_hash, member, kind, subject, expires_at)
      VALUES (:hash, :member, :kind, :subject, :expires)
      """)
  void offer(String hash, long member, String kind, long subject, Instant expires);

  @SqlQuery(
      """
      SELECT COUNT(*) FROM download
      WHERE token_hash = :hash AND taken_at IS NULL AND expires_at > :now
      """)
  int waits(String hash, Instant now);

  @SqlUpdate(
      """
      UPDATE download SET taken_at = :now
      WHERE token_hash = :hash AND taken_at IS NULL AND expires_at > :now
      """)
  int take(String hash, Instant now);

  @SqlQuery("SELECT member, kind, subject FROM download WHERE token_hash = :hash")
  Row find(String hash);

  @SqlQuery("SELECT COUNT(*) FROM download WHERE token_hash = :hash")
  int known(String hash);

  @SqlUpdate("DELETE FROM download WHERE expires_at < :before")
  int forget(Instant before);

  /** What is behind an address, and whose it is. */
  record Row(long member, String kind, long subject) {}
}
