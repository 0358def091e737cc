package io.herald.chat;

import java.time.LocalDate;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface ReportSql {
  @SqlUpdate(
      """
      INSERT INTO week_report (member, week) VALUES (:member, :week) ON CONFLICT DO NOTHING
      """)
  int report(long member, LocalDate week);

  @SqlUpdate(
      """
      UPDATE week_report SET member = :to
      WHERE member = :from AND NOT EXISTS (
        SELECT 1 FROM week_report o WHERE o.member = :to AND o.week = week_report.week)
      """)
  void handOver(long from, long to);

  @SqlUpdate("DELETE FROM week_report WHERE member = :member")
  void forget(long member);
}
