package io.herald.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface ReviewSql {
  String ROUND = "SELECT id, post, revision, round, opened_at, outcome FROM review ";

  @SqlUpdate(
      """
      INSERT INTO review (post, revision, round, opened_at)
      VALUES (:post, :revision, :round, :at)
      """)
  @GetGeneratedKeys("id")
  long add(long post, int revision, int round, Instant at);

  @SqlUpdate("INSERT INTO review_stage (review, position, name) VALUES (:review, :position, :name)")
  void addStage(long review, int position, String name);

  @SqlQuery("SELECT COALESCE(MAX(round), 0) FROM review WHERE post = :post")
  int lastRound(long post);

  @SqlQuery(ROUND + "WHERE id = :id")
  Optional<Round> find(long id);

  @SqlQuery(ROUND + "WHERE post = :post ORDER BY round DESC FETCH FIRST 1 ROWS ONLY")
  Optional<Round> newest(long post);

  @SqlQuery(
      ROUND
          + """
            WHERE outcome IS NULL ORDER BY opened_at, id
            OFFSET :skip ROWS FETCH FIRST :most ROWS ONLY
            """)
  List<Round> open(int skip, int most);

  @SqlQuery("SELECT id FROM review WHERE post = :post ORDER BY round")
  List<Long> ofPost(long post);

  @SqlQuery("SELECT name FROM review_stage WHERE review = :review ORDER BY position")
  List<String> stages(long review);

  @SqlUpdate("UPDATE review SET outcome = :outcome, closed_at = :at WHERE id = :id")
  void close(long id, @Nullable Outcome outcome, @Nullable Instant at);

  @SqlUpdate(
      """
      INSERT INTO decision (review, stage, verdict, member, reason, at)
      VALUES (:review, :stage, :verdict, :member, :reason, :at)
      """)
  @GetGeneratedKeys("id")
  long decide(
      long review, int stage, Verdict verdict, long member, @Nullable String reason, Instant at);

  @SqlQuery(
      """
      SELECT id, review, stage, verdict, member, reason, at FROM decision
      WHERE review = :review AND undone_at IS NULL ORDER BY id
      """)
  List<Decision> decisions(long review);

  @SqlQuery("SELECT id, review, stage, verdict, member, reason, at FROM decision WHERE id = :id")
  Optional<Decision> decision(long id);

  @SqlUpdate("UPDATE decision SET member = :to WHERE member = :from")
  void handOverDecisions(long from, long to);

  @SqlUpdate("UPDATE review_event SET member = :to WHERE member = :from")
  void handOverEvents(long from, long to);

  /**
   * Approvals by a member that still count towards something that has not left, on a post of which
   * they wrote a revision, or in a round of which they decided a stage before.
   */
  @SqlQuery(
      """
      SELECT d.id FROM decision d
      JOIN review r ON r.id = d.review
      JOIN post p ON p.id = r.post
      WHERE d.member = :member AND d.undone_at IS NULL AND d.verdict = 'APPROVE'
        AND p.state <> 'WITHDRAWN'
        AND (r.outcome IS NULL
          OR r.outcome = 'APPROVED' AND p.publish_at IS NOT NULL AND p.newest = r.revision)
        AND (EXISTS (SELECT 1 FROM revision v WHERE v.post = p.id AND v.author = :member)
          OR EXISTS (
            SELECT 1 FROM decision e
            WHERE e.review = d.review AND e.member = :member AND e.undone_at IS NULL
              AND e.id < d.id))
      ORDER BY d.id
      """)
  List<Long> approvalsThatMayNot(long member);

  @SqlUpdate("UPDATE decision SET undone_at = :at WHERE id = :id AND undone_at IS NULL")
  int undo(long id, Instant at);

  @SqlUpdate(
      """
      INSERT INTO review_event (review, at, kind, member, stage, reason)
      VALUES (:review, :at, :kind, :member, :stage, :reason)
      """)
  @GetGeneratedKeys("id")
  long tell(
      long review,
      Instant at,
      Event.Kind kind,
      @Nullable Long member,
      @Nullable String stage,
      @Nullable String reason);

  @SqlQuery("SELECT id, review, at, kind, member, stage, reason FROM review_event WHERE id = :id")
  Optional<Event> event(long id);

  /** A round without its stages and decisions. */
  record Round(
      long id, long post, int revision, int round, Instant openedAt, @Nullable Outcome outcome) {}
}
