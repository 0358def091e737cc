package io.herald.chat;

import java.time.LocalDate;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface ReportSql {
  @SqlUpdate(
      """
      INSERT INTO week_report (member, week) VALUES (:member, :week) ON CONFLICT DO NOTHING
      """)
  int report(long member, LocalDate week);
}
