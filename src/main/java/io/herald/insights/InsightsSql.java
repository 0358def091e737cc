package io.herald.insights;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

interface InsightsSql {
  String POST =
      """
      SELECT p.id AS post, r.headline, p.live_at,
        (SELECT COALESCE(SUM(t.number), 0)
         FROM broadcast b JOIN broadcast_tally t ON t.broadcast = b.id
         WHERE b.post = p.id AND t.state IN (3, 7)) AS delivered,
        (SELECT COALESCE(SUM(t.number), 0)
         FROM broadcast b JOIN broadcast_tally t ON t.broadcast = b.id
         WHERE b.post = p.id AND t.state = 4) AS failed,
        (SELECT COALESCE(SUM(t.number), 0)
         FROM broadcast b JOIN broadcast_tally t ON t.broadcast = b.id
         WHERE b.post = p.id AND t.state = 5) AS skipped,
        (SELECT COALESCE(SUM(t.number), 0)
         FROM broadcast b JOIN broadcast_tally t ON t.broadcast = b.id
         WHERE b.post = p.id AND t.state = 6) AS unsettled,
        (SELECT COALESCE(SUM(s.people), 0) FROM share_stat s WHERE s.post = p.id) AS people,
        (SELECT COALESCE(SUM(s.shares), 0) FROM share_stat s WHERE s.post = p.id) AS shares,
        (SELECT COALESCE(SUM(s.visits), 0) FROM share_stat s WHERE s.post = p.id) AS visits,
        (SELECT MIN(v.opened_at) FROM review v WHERE v.post = p.id) AS submitted_at,
        (SELECT MIN(v.closed_at) FROM review v
         WHERE v.post = p.id AND v.outcome = 'APPROVED') AS approved_at
      FROM post p JOIN revision r ON r.post = p.id AND r.number = p.live
      """;

  @SqlQuery(
      POST
          + """
            WHERE p.live IS NOT NULL
            ORDER BY p.live_at DESC, p.id DESC
            OFFSET :skip ROWS FETCH FIRST :most ROWS ONLY
            """)
  List<PostRow> posts(int skip, int most);

  @SqlQuery(POST + "WHERE p.id = :post AND p.live IS NOT NULL")
  Optional<PostRow> post(long post);

  @SqlQuery(
      """
      SELECT network AS name, SUM(people) AS people, SUM(shares) AS shares, SUM(visits) AS visits
      FROM share_stat WHERE post = :post GROUP BY network ORDER BY 3 DESC, 1
      """)
  List<PartRow> byNetwork(long post);

  @SqlQuery(
      """
      SELECT CAST(on_date AS VARCHAR(10)) AS name, SUM(people) AS people, SUM(shares) AS shares,
        SUM(visits) AS visits
      FROM share_stat WHERE post = :post GROUP BY on_date ORDER BY on_date
      """)
  List<PartRow> byDay(long post);

  /** Topics about which something was live. */
  String TOPIC =
      """
      SELECT t.id, t.name FROM topic t
      WHERE EXISTS (
        SELECT 1 FROM revision_topic r JOIN post p ON p.id = r.post AND p.live = r.number
        WHERE r.topic = t.id)
      """;

  @SqlQuery(TOPIC + "ORDER BY t.name OFFSET :skip ROWS FETCH FIRST :most ROWS ONLY")
  List<GroupRow> topics(int skip, int most);

  @SqlQuery(TOPIC + "AND t.id = :id")
  Optional<GroupRow> topic(long id);

  /** Campaigns of which something was sent. */
  String CAMPAIGN =
      """
      SELECT c.id, c.name FROM campaign c
      WHERE EXISTS (SELECT 1 FROM broadcast b WHERE b.campaign = c.id)
      """;

  @SqlQuery(
      CAMPAIGN
          + """
            ORDER BY c.changed_at DESC, c.id DESC
            OFFSET :skip ROWS FETCH FIRST :most ROWS ONLY
            """)
  List<GroupRow> campaigns(int skip, int most);

  @SqlQuery(CAMPAIGN + "AND c.id = :id")
  Optional<GroupRow> campaign(long id);

  String OF_POST =
      """
      p.id AS post,
        (SELECT COALESCE(SUM(c.number), 0)
         FROM broadcast b JOIN broadcast_tally c ON c.broadcast = b.id
         WHERE b.post = p.id AND c.state IN (3, 7)) AS delivered,
        (SELECT COALESCE(SUM(s.people), 0) FROM share_stat s WHERE s.post = p.id) AS people,
        (SELECT COALESCE(SUM(s.shares), 0) FROM share_stat s WHERE s.post = p.id) AS shares,
        (SELECT COALESCE(SUM(s.visits), 0) FROM share_stat s WHERE s.post = p.id) AS visits,
        (SELECT MIN(v.opened_at) FROM review v WHERE v.post = p.id) AS submitted_at,
        (SELECT MIN(v.closed_at) FROM review v
         WHERE v.post = p.id AND v.outcome = 'APPROVED') AS approved_at
      """;

  @SqlQuery(
      "SELECT r.topic AS part_of, "
          + OF_POST
          + """
            FROM revision_topic r JOIN post p ON p.id = r.post AND p.live = r.number
            WHERE r.topic IN (<topics>)
            ORDER BY r.topic, p.id
            """)
  List<GroupPost> ofTopics(@BindList("topics") List<Long> topics);

  @SqlQuery(
      "SELECT k.campaign AS part_of, "
          + OF_POST
          + """
            FROM (
              SELECT DISTINCT campaign, post FROM broadcast WHERE campaign IN (<campaigns>)) k
            JOIN post p ON p.id = k.post
            ORDER BY k.campaign, p.id
            """)
  List<GroupPost> ofCampaigns(@BindList("campaigns") List<Long> campaigns);

  @SqlQuery(
      """
      SELECT s.post, SUM(s.people) AS people, SUM(s.shares) AS shares, SUM(s.visits) AS visits,
        (SELECT SUM(e.people) FROM share_stat e WHERE e.post = s.post) AS ever
      FROM share_stat s WHERE s.on_date >= :from AND s.on_date < :to
      GROUP BY s.post ORDER BY 4 DESC, 1
      """)
  List<WeekRow> between(LocalDate from, LocalDate to);

  @SqlQuery(
      """
      SELECT COALESCE(SUM(t.number), 0)
      FROM broadcast b JOIN broadcast_tally t ON t.broadcast = b.id
      WHERE b.started_at >= :from AND b.started_at < :to AND t.state IN (3, 7)
      """)
  long deliveredBetween(Instant from, Instant to);

  @SqlQuery("SELECT COUNT(*) FROM post WHERE live_at >= :from AND live_at < :to")
  long wentLive(Instant from, Instant to);

  @SqlQuery("SELECT COUNT(*) FROM review WHERE outcome IS NULL")
  long waiting();

  /** A post with all that is rolled up of it. */
  record PostRow(
      long post,
      String headline,
      Instant liveAt,
      long delivered,
      long failed,
      long skipped,
      long unsettled,
      long people,
      long shares,
      long visits,
      @Nullable Instant submittedAt,
      @Nullable Instant approvedAt) {}

  /** A part of a post's numbers. */
  record PartRow(String name, long people, long shares, long visits) {}

  /** A topic or a campaign. */
  record GroupRow(long id, String name) {}

  /** A post of a topic or a campaign. */
  record GroupPost(
      long partOf,
      long post,
      long delivered,
      long people,
      long shares,
      long visits,
      @Nullable Instant submittedAt,
      @Nullable Instant approvedAt) {

    @Nullable Duration toApproval() {
      return submittedAt == null || approvedAt == null
          ? null
          : Duration.between(submittedAt, approvedAt);
    }
  }

  /** A post in a week. */
  record WeekRow(long post, long people, long shares, long visits, long ever) {}
}
