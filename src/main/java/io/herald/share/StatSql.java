package io.herald.share;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The roll-up of shares and visits. */
interface StatSql {
  @SqlUpdate("INSERT INTO sharer (post, member) VALUES (:post, :member) ON CONFLICT DO NOTHING")
  int sharer(long post, long member);

  @SqlBatch(
      """
      UPDATE share_stat
      SET shares = shares + :shares, people = people + :people, visits = visits + :visits
      WHERE post = :post AND network = :network AND on_date = :date
      """)
  int[] raise(@BindMethods List<Stat> stats);

  @SqlBatch(
      """
      INSERT INTO share_stat (post, network, on_date, shares, people, visits)
      VALUES (:post, :network, :date, :shares, :people, :visits)
      ON CONFLICT DO NOTHING
      """)
  int[] begin(@BindMethods List<Stat> stats);

  @SqlQuery(
      """
      SELECT t.id, l.post, l.network FROM tracked_link t JOIN share_link l ON l.id = t.share_link
      WHERE t.id IN (<links>)
      """)
  List<LinkRow> links(@BindList("links") List<Long> links);

  /** Where a tracked link counts. */
  record LinkRow(long id, long post, String network) {}

  /** What is to be added to a row of the roll-up. */
  record Stat(long post, String network, LocalDate date, long shares, long people, long visits) {}
}
