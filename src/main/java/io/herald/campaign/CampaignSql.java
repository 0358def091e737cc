package io.herald.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.FetchSize;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface CampaignSql {
  String CAMPAIGN =
      """
      SELECT id, owner, state, version, name, goal, event_from, event_until, begins_at, ends_at,
        remind_days, target, created_at, changed_at
      FROM campaign
      """;

  /** Everybody whom a campaign means and does not leave out, whether or not they joined. */
  String MEANT =
      """
      (SELECT who.member FROM (
        SELECT f.member, a.excluded FROM campaign_audience a
        JOIN follow f ON f.topic = a.number
        WHERE a.campaign = :campaign AND a.kind = 'TOPIC'
        UNION ALL
        SELECT r.member, a.excluded FROM campaign_audience a
        JOIN member_role r ON r.role = a.word
        WHERE a.campaign = :campaign AND a.kind = 'ROLE'
        UNION ALL
        SELECT i.member, a.excluded FROM campaign_audience a
        JOIN group_member g ON g.workspace = a.number AND g.group_id = a.word
        JOIN identity i ON i.workspace = g.workspace AND i.platform_id = g.platform_id
        WHERE a.campaign = :campaign AND a.kind = 'GROUP'
        UNION ALL
        SELECT j.id, a.excluded FROM campaign_audience a
        JOIN member j ON j.joined_at IS NOT NULL
        WHERE a.campaign = :campaign AND a.kind = 'EVERYONE') who
      GROUP BY who.member
      HAVING MAX(CASE WHEN who.excluded THEN 1 ELSE 0 END) = 0)
      """;

  @SqlQuery(CAMPAIGN + "WHERE id = :id")
  Optional<Row> find(long id);

  @SqlQuery(CAMPAIGN + "WHERE id = :id FOR UPDATE")
  Optional<Row> lock(long id);

  @SqlQuery(
      CAMPAIGN
          + """
            ORDER BY changed_at DESC, id DESC
            OFFSET :skip ROWS FETCH FIRST :most ROWS ONLY
            """)
  List<Row> list(int skip, int most);

  @SqlUpdate(
      """
      INSERT INTO campaign (owner, state, version, name, created_at, changed_at)
      VALUES (:owner, 'DRAFT', 0, :name, :at, :at)
      """)
  @GetGeneratedKeys("id")
  long add(long owner, String name, Instant at);

  @SqlUpdate(
      """
      UPDATE campaign
      SET version = :version, name = :name, goal = :goal, event_from = :eventFrom,
        event_until = :eventUntil, begins_at = :begins, ends_at = :ends,
        remind_days = :remindDays, target = :target, changed_at = :at
      WHERE id = :id
      """)
  void plan(
      long id,
      int version,
      String name,
      String goal,
      @Nullable Instant eventFrom,
      @Nullable Instant eventUntil,
      @Nullable Instant begins,
      @Nullable Instant ends,
      @Nullable Integer remindDays,
      @Nullable Integer target,
      Instant at);

  @SqlUpdate(
      "UPDATE campaign SET state = :state, changed_at = :at WHERE id = :id AND state = :from")
  int move(long id, CampaignState from, CampaignState state, Instant at);

  @SqlUpdate("DELETE FROM campaign_post WHERE campaign = :campaign")
  void dropPosts(long campaign);

  @SqlUpdate(
      "INSERT INTO campaign_post (campaign, position, post) VALUES (:campaign, :position, :post)")
  void addPost(long campaign, int position, long post);

  @SqlQuery("SELECT post FROM campaign_post WHERE campaign = :campaign ORDER BY position")
  List<Long> posts(long campaign);

  @SqlUpdate("DELETE FROM campaign_audience WHERE campaign = :campaign")
  void dropAudience(long campaign);

  @SqlUpdate(
      """
      INSERT INTO campaign_audience (campaign, excluded, kind, number, word)
      VALUES (:campaign, :excluded, :kind, :number, :word) ON CONFLICT DO NOTHING
      """)
  void addGroup(long campaign, boolean excluded, Aim.Kind kind, long number, String word);

  @SqlQuery(
      """
      SELECT excluded, kind, number, word FROM campaign_audience
      WHERE campaign = :campaign ORDER BY kind, number, word
      """)
  List<GroupRow> audience(long campaign);

  @SqlUpdate("DELETE FROM campaign WHERE id = :id AND state = 'DRAFT'")
  int delete(long id);

  @SqlUpdate(
      """
      UPDATE campaign_post SET due_at = :at
      WHERE campaign = :campaign AND post = :post AND sent_at IS NULL
      """)
  void due(long campaign, long post, Instant at);

  @SqlUpdate(
      """
      UPDATE campaign_post SET sent_at = :at, remind_at = :remind
      WHERE campaign = :campaign AND post = :post AND sent_at IS NULL
      """)
  int sent(long campaign, long post, Instant at, @Nullable Instant remind);

  @SqlQuery(
      """
      SELECT p.campaign, p.post FROM campaign_post p JOIN campaign c ON c.id = p.campaign
      WHERE c.state = 'RUNNING' AND p.sent_at IS NULL AND p.due_at <= :now
      ORDER BY p.due_at, p.campaign, p.position FETCH FIRST 20 ROWS ONLY
      """)
  List<Campaigns.Due> due(Instant now);

  @SqlQuery(
      """
      SELECT position, post, due_at, sent_at FROM campaign_post
      WHERE campaign = :campaign ORDER BY position
      """)
  List<Campaigns.Timed> timed(long campaign);

  @SqlQuery(
      """
      SELECT id FROM campaign
      WHERE state IN ('CANARY', 'RUNNING', 'PAUSED') AND COALESCE(event_until, ends_at) <= :now
      FETCH FIRST 20 ROWS ONLY
      """)
  List<Long> over(Instant now);

  /** The other campaign that is sending a post, if there is one. */
  @SqlQuery(
      """
      SELECT c.name FROM campaign_post p JOIN campaign c ON c.id = p.campaign
      WHERE p.post = :post AND c.id <> :campaign AND c.state IN ('CANARY', 'RUNNING', 'PAUSED')
      ORDER BY c.id FETCH FIRST 1 ROWS ONLY
      """)
  Optional<String> sending(long post, long campaign);

  @SqlQuery("SELECT COUNT(*) FROM delivery WHERE post = :post AND state >= 3")
  long reached(long post);

  /**
   * Everybody whom a campaign means, with what decides whether and when they get a card.
   *
   * @param posts the posts that would go now
   */
  @SqlQuery(
      """
      SELECT m.id AS member, m.joined_at IS NOT NULL AS joined,
        m.left_organisation_at IS NOT NULL AS gone,
        EXISTS (
          SELECT 1 FROM identity i WHERE i.member = m.id AND i.kind <> 'MEMBER') AS guest,
        (SELECT COUNT(*) FROM delivery d LEFT JOIN broadcast b ON b.id = d.broadcast
         WHERE d.member = m.id AND d.post IN (<posts>)
           AND (d.state IN (3, 4, 6, 7, 8)
             OR d.state IN (1, 2) AND b.state <> 'CANCELLED')) AS had,
        (SELECT MAX(i.zone) FROM identity i WHERE i.member = m.id) AS zone,
        t.weekly_cap, t.quiet_from, t.quiet_to, t.digest, t.digest_day, t.digest_at,
        t.paused_until, COALESCE(t.fewer, FALSE) AS fewer, COALESCE(w.asks, 0) AS asks
      FROM
      """
          + MEANT
          + """
             meant
            JOIN member m ON m.id = meant.member
            LEFT JOIN attention t ON t.member = m.id
            LEFT JOIN ask_week w ON w.member = m.id AND w.week = :week
            ORDER BY m.id
            """)
  @FetchSize(1_000)
  void meant(
      long campaign, @BindList("posts") List<Long> posts, LocalDate week, Consumer<Meant> each);

  /** How many members of the user groups that a campaign means never met Herald. */
  @SqlQuery(
      """
      SELECT COUNT(*) FROM (
        SELECT DISTINCT g.workspace, g.platform_id FROM campaign_audience a
        JOIN group_member g ON g.workspace = a.number AND g.group_id = a.word
        WHERE a.campaign = :campaign AND a.kind = 'GROUP' AND a.excluded = FALSE
          AND NOT EXISTS (
            SELECT 1 FROM identity i
            WHERE i.workspace = g.workspace AND i.platform_id = g.platform_id)) strangers
      """)
  long strangers(long campaign);

  @SqlUpdate(
      """
      INSERT INTO broadcast (post, revision, campaign, canary, started_at)
      VALUES (:post, :revision, :campaign, :canary, :at)
      """)
  @GetGeneratedKeys("id")
  long start(long post, int revision, long campaign, boolean canary, Instant at);

  @SqlUpdate(
      """
      UPDATE delivery SET broadcast = :broadcast, state = 1, due_at = :due, reason = NULL
      WHERE post = :post
        AND (state = 0 OR state = 5 AND NOT EXISTS (
            SELECT 1 FROM card k WHERE k.kind = 'POST' AND k.subject = delivery.id)
          OR state IN (1, 2) AND broadcast IN (
          SELECT b.id FROM broadcast b WHERE b.post = :post AND b.state = 'CANCELLED'))
        AND member IN (
          SELECT m.id FROM member m JOIN
      """
          + MEANT
          + """
             meant ON meant.member = m.id
            WHERE m.joined_at IS NOT NULL AND m.left_organisation_at IS NULL)
            """)
  int adopt(long broadcast, long post, long campaign, Instant due);

  @SqlUpdate(
      """
      INSERT INTO delivery (post, member, broadcast, state, due_at)
      SELECT :post, m.id, :broadcast, 1, :due FROM member m JOIN
      """
          + MEANT
          + """
             meant ON meant.member = m.id
            WHERE m.joined_at IS NOT NULL AND m.left_organisation_at IS NULL
            ON CONFLICT DO NOTHING
            """)
  int deliver(long broadcast, long post, long campaign, Instant due);

  @SqlUpdate(
      """
      UPDATE delivery SET broadcast = :broadcast, state = 1, due_at = :due, reason = NULL
      WHERE post = :post AND member IN (<members>)
        AND (state = 0 OR state = 5 AND NOT EXISTS (
            SELECT 1 FROM card k WHERE k.kind = 'POST' AND k.subject = delivery.id)
          OR state IN (1, 2) AND broadcast IN (
          SELECT b.id FROM broadcast b WHERE b.post = :post AND b.state = 'CANCELLED'))
      """)
  int adopt(long broadcast, long post, @BindList("members") List<Long> members, Instant due);

  @SqlUpdate(
      """
      INSERT INTO delivery (post, member, broadcast, state, due_at)
      SELECT :post, m.id, :broadcast, 1, :due FROM member m
      WHERE m.id IN (<members>)
      ON CONFLICT DO NOTHING
      """)
  int deliver(long broadcast, long post, @BindList("members") List<Long> members, Instant due);

  @SqlUpdate(
      """
      INSERT INTO channel_delivery (post, broadcast, workspace, channel)
      SELECT :post, :broadcast, a.number, a.word FROM campaign_audience a
      WHERE a.campaign = :campaign AND a.kind = 'CHANNEL' AND a.excluded = FALSE
      ON CONFLICT DO NOTHING
      """)
  int deliverToChannels(long broadcast, long post, long campaign);

  @SqlQuery(BroadcastSql.BROADCAST + "WHERE campaign = :campaign ORDER BY id")
  List<Broadcast> broadcasts(long campaign);

  @SqlQuery(
      """
      SELECT g.workspace, g.group_id, g.name FROM user_group g ORDER BY g.name, g.group_id
      """)
  List<Campaigns.UserGroup> userGroups();

  @SqlQuery(
      """
      SELECT g.workspace, g.group_id, g.name FROM user_group g
      WHERE g.offered = TRUE AND g.name IS NOT NULL
      ORDER BY g.name, g.group_id FETCH FIRST :most ROWS ONLY
      """)
  List<Campaigns.UserGroup> offeredGroups(int most);

  /** Some people whom a campaign means or leaves out. */
  record GroupRow(boolean excluded, Aim.Kind kind, long number, String word) {
    Aim.Group group() {
      return new Aim.Group(kind, number, word);
    }
  }

  /** A campaign without what stands in other tables. */
  record Row(
      long id,
      long owner,
      CampaignState state,
      int version,
      String name,
      @Nullable String goal,
      @Nullable Instant eventFrom,
      @Nullable Instant eventUntil,
      @Nullable Instant beginsAt,
      @Nullable Instant endsAt,
      @Nullable Integer remindDays,
      @Nullable Integer target,
      Instant createdAt,
      Instant changedAt) {

    /** The whole campaign. */
    Campaign campaign(CampaignSql sql) {
      List<GroupRow> groups = sql.audience(id);
      var aim =
          new Aim(
              groups.stream().filter(g -> !g.excluded()).map(GroupRow::group).toList(),
              groups.stream().filter(g -> g.excluded()).map(GroupRow::group).toList());
      return new Campaign(
          id,
          owner,
          state,
          version,
          new Plan(
              name,
              goal == null ? "" : goal,
              sql.posts(id),
              aim,
              eventFrom,
              eventUntil,
              beginsAt,
              endsAt,
              remindDays,
              target),
          createdAt,
          changedAt);
    }
  }
}
