package io.herald.privacy;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** What is kept of a member, under their number and those that lead to them. */
interface OwnDataSql {
  /** How much there is of what a member did. */
  record Counts(long drafts, long decisions, long shares, long visits, long cards) {}

  @SqlQuery(
      """
      SELECT
        (SELECT COUNT(*) FROM post WHERE author IN (<members>)) AS drafts,
        (SELECT COUNT(*) FROM decision WHERE member IN (<members>)) AS decisions,
        (SELECT COUNT(*) FROM share s JOIN share_link l ON l.id = s.share_link
          WHERE l.member IN (<members>)) AS shares,
        (SELECT COALESCE(SUM(v.visits), 0) FROM visit_count v
          JOIN tracked_link t ON t.id = v.tracked_link
          JOIN share_link l ON l.id = t.share_link WHERE l.member IN (<members>)) AS visits,
        (SELECT COUNT(*) FROM delivery WHERE member IN (<members>)) AS cards
      """)
  Counts counts(@BindList("members") Collection<Long> members);

  /** Something that is kept: what, by the key of its words, when, about what, what it says. */
  record Row(String what, @Nullable Instant at, String about, @Nullable String says) {}

  @SqlQuery(
      """
      SELECT 'topic' AS what, CAST(NULL AS TIMESTAMP(3) WITH TIME ZONE) AS at, t.name AS about,
        CAST(NULL AS VARCHAR(10)) AS says
      FROM follow f JOIN topic t ON t.id = f.topic WHERE f.member IN (<members>) ORDER BY t.name
      """)
  List<Row> topics(@BindList("members") Collection<Long> members);

  @SqlQuery(
      """
      SELECT 'role' AS what, granted_at AS at, role AS about, CAST(NULL AS VARCHAR(10)) AS says
      FROM member_role WHERE member IN (<members>) ORDER BY role
      """)
  List<Row> roles(@BindList("members") Collection<Long> members);

  @SqlQuery(
      """
      SELECT 'asks' AS what, CAST(NULL AS TIMESTAMP(3) WITH TIME ZONE) AS at, '' AS about,
        CAST(weekly_cap AS VARCHAR(700)) AS says
      FROM attention WHERE member IN (<members>) AND weekly_cap IS NOT NULL
      UNION ALL
      SELECT 'quiet', CAST(NULL AS TIMESTAMP(3) WITH TIME ZONE), '',
        CAST(quiet_from AS VARCHAR(8)) || ' - ' || CAST(quiet_to AS VARCHAR(8))
      FROM attention WHERE member IN (<members>) AND quiet_from IS NOT NULL
      UNION ALL
      SELECT 'digest', CAST(NULL AS TIMESTAMP(3) WITH TIME ZONE), '', LOWER(digest)
      FROM attention WHERE member IN (<members>)
      UNION ALL
      SELECT 'rest', paused_until, '', CAST(NULL AS VARCHAR(10))
      FROM attention WHERE member IN (<members>) AND paused_until IS NOT NULL
      UNION ALL
      SELECT 'uncounted', CAST(NULL AS TIMESTAMP(3) WITH TIME ZONE), '', CAST(NULL AS VARCHAR(10))
      FROM member WHERE id IN (<members>) AND NOT tracking
      UNION ALL
      SELECT 'mastodon', CAST(NULL AS TIMESTAMP(3) WITH TIME ZONE), '', host
      FROM mastodon_server WHERE member IN (<members>)
      UNION ALL
      SELECT 'bio', CAST(NULL AS TIMESTAMP(3) WITH TIME ZONE), employer, doing
      FROM bio WHERE member IN (<members>)
      UNION ALL
      SELECT 'own_account', bio_placed_at, network || ', ' || LOWER(kind), bio
      FROM own_account WHERE member IN (<members>)
      """)
  List<Row> choices(@BindList("members") Collection<Long> members);

  @SqlQuery(
      """
      SELECT 'kept_text' AS what, at, '' AS about, words AS says
      FROM kept_text WHERE member IN (<members>) ORDER BY id
      """)
  List<Row> keptTexts(@BindList("members") Collection<Long> members);

  @SqlQuery(
      """
      SELECT 'undisclosed' AS what,
        CAST(NULL AS TIMESTAMP(3) WITH TIME ZONE) AS at, r.headline AS about,
        CAST(NULL AS VARCHAR(10)) AS says
      FROM undisclosed u JOIN post p ON p.id = u.post
      JOIN revision r ON r.post = p.id AND r.number = COALESCE(p.live, p.newest)
      WHERE u.member IN (<members>) ORDER BY p.id
      """)
  List<Row> undisclosed(@BindList("members") Collection<Long> members);

  @SqlQuery(
      """
      SELECT 'draft' AS what, r.at AS at, r.headline AS about, r.words AS says
      FROM revision r WHERE r.author IN (<members>) ORDER BY r.post, r.number
      """)
  List<Row> drafts(@BindList("members") Collection<Long> members);

  @SqlQuery(
      """
      SELECT 'decision' AS what, at, verdict AS about, reason AS says
      FROM decision WHERE member IN (<members>) ORDER BY id
      """)
  List<Row> decisions(@BindList("members") Collection<Long> members);

  @SqlQuery(
      """
      SELECT 'own_words' AS what, o.at AS at, r.headline AS about, o.words AS says
      FROM own_words o JOIN revision r ON r.post = o.post AND r.number = o.revision
      WHERE o.member IN (<members>) ORDER BY o.id
      """)
  List<Row> ownWords(@BindList("members") Collection<Long> members);

  @SqlQuery(
      """
      SELECT 'share' AS what, s.at AS at, r.headline AS about, l.network AS says
      FROM share s JOIN share_link l ON l.id = s.share_link
      JOIN revision r ON r.post = l.post AND r.number = s.revision
      WHERE l.member IN (<members>) ORDER BY s.id
      """)
  List<Row> shares(@BindList("members") Collection<Long> members);

  @SqlQuery(
      """
      SELECT 'visits' AS what, CAST(NULL AS TIMESTAMP(3) WITH TIME ZONE) AS at,
        CAST(v.on_date AS VARCHAR(10)) AS about, CAST(v.visits AS VARCHAR(20)) AS says
      FROM visit_count v JOIN tracked_link t ON t.id = v.tracked_link
      JOIN share_link l ON l.id = t.share_link WHERE l.member IN (<members>) ORDER BY v.on_date, t.id
      """)
  List<Row> visits(@BindList("members") Collection<Long> members);

  @SqlQuery(
      """
      SELECT 'acknowledgement' AS what, a.at AS at, t.title AS about, a.language AS says
      FROM policy_acknowledgement a JOIN policy_text t
        ON t.document = a.document AND t.version = a.version AND t.language = a.language
      WHERE a.member IN (<members>) ORDER BY a.at
      """)
  List<Row> acknowledgements(@BindList("members") Collection<Long> members);

  @SqlQuery(
      """
      SELECT 'card' AS what, d.ended_at AS at, r.headline AS about,
        CAST(d.linkedin AS VARCHAR(6)) || ' / ' || CAST(d.x AS VARCHAR(6)) || ' / '
          || CAST(d.facebook AS VARCHAR(6)) AS says
      FROM delivery d JOIN post p ON p.id = d.post
      JOIN revision r ON r.post = p.id AND r.number = COALESCE(p.live, p.newest)
      WHERE d.member IN (<members>) ORDER BY d.id
      """)
  List<Row> cards(@BindList("members") Collection<Long> members);
}
