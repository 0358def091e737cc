package io.herald.share;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

interface TrackedSql {
  @SqlQuery(
      """
      SELECT t.id, t.target, p.state = 'WITHDRAWN' AS withdrawn, p.redirect,
             m.id IS NOT NULL AND m.tracking AND m.left_organisation_at IS NULL AS counted
      FROM tracked_link t
      JOIN share_link l ON l.id = t.share_link
      JOIN post p ON p.id = l.post
      LEFT JOIN member m ON m.id = l.member
      WHERE t.token = :token
      """)
  Optional<Row> find(String token);

  /** Raises counts that are there; one number for each, 0 where there was none to raise. */
  @SqlBatch(
      """
      UPDATE visit_count SET visits = visits + :visits
      WHERE tracked_link = :link AND on_date = :date
      """)
  int[] raise(@BindMethods List<Count> counts);

  /** Begins counts; one number for each, 0 where another node was first. */
  @SqlBatch(
      """
      INSERT INTO visit_count (tracked_link, on_date, visits) VALUES (:link, :date, :visits)
      ON CONFLICT DO NOTHING
      """)
  int[] begin(@BindMethods List<Count> counts);

  /**
   * A tracked link with what decides about it.
   *
   * @param counted whether the member whose it is lets visits be counted, and is still here
   */
  record Row(
      long id, String target, boolean withdrawn, @Nullable String redirect, boolean counted) {}

  /** Visits of one link on one day, not yet written. */
  record Count(long link, LocalDate date, long visits) {}
}
