package io.herald.privacy;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

interface OwnDataSql {
  /** How much there is of what a member did. */
  record Counts(long drafts, long decisions, long shares, long visits, long cards) {}

  @SqlQuery(
      """
      SELECT
        (SELECT COUNT(*) FROM post WHERE author = :member) AS drafts,
        (SELECT COUNT(*) FROM decision WHERE member = :member) AS decisions,
        (SELECT COUNT(*) FROM share s JOIN share_link l ON l.id = s.share_link
          WHERE l.member = :member) AS shares,
        (SELECT COALESCE(SUM(v.visits), 0) FROM visit_count v
          JOIN tracked_link t ON t.id = v.tracked_link
          JOIN share_link l ON l.id = t.share_link WHERE l.member = :member) AS visits,
        (SELECT COUNT(*) FROM delivery WHERE member = :member) AS cards
      """)
  @RegisterConstructorMapper(Counts.class)
  Counts counts(long member);

  /** Something that is kept: what, when, about what, and what it says. */
  record Row(String what, @Nullable Instant at, String about, @Nullable String says) {}

  @SqlQuery(
      """
      SELECT 'topic' AS what, CAST(NULL AS TIMESTAMP(3) WITH TIME ZONE) AS at, t.name AS about,
        CAST(NULL AS VARCHAR(10)) AS says
      FROM follow f JOIN topic t ON t.id = f.topic WHERE f.member = :member ORDER BY t.name
      """)
  @RegisterConstructorMapper(Row.class)
  List<Row> topics(long member);

  @SqlQuery(
      """
      SELECT 'role' AS what, granted_at AS at, role AS about, CAST(NULL AS VARCHAR(10)) AS says
      FROM member_role WHERE member = :member ORDER BY role
      """)
  @RegisterConstructorMapper(Row.class)
  List<Row> roles(long member);

  @SqlQuery(
      """
      SELECT 'draft' AS what, r.at AS at, r.headline AS about, r.words AS says
      FROM revision r WHERE r.author = :member ORDER BY r.post, r.number
      """)
  @RegisterConstructorMapper(Row.class)
  List<Row> drafts(long member);

  @SqlQuery(
      """
      SELECT 'decision' AS what, at, verdict AS about, reason AS says
      FROM decision WHERE member = :member ORDER BY id
      """)
  @RegisterConstructorMapper(Row.class)
  List<Row> decisions(long member);

  @SqlQuery(
      """
      SELECT 'own words' AS what, o.at AS at, r.headline AS about, o.words AS says
      FROM own_words o JOIN revision r ON r.post = o.post AND r.number = o.revision
      WHERE o.member = :member ORDER BY o.id
      """)
  @RegisterConstructorMapper(Row.class)
  List<Row> ownWords(long member);

  @SqlQuery(
      """
      SELECT 'share' AS what, s.at AS at, r.headline AS about, l.network AS says
      FROM share s JOIN share_link l ON l.id = s.share_link
      JOIN revision r ON r.post = l.post AND r.number = s.revision
      WHERE l.member = :member ORDER BY s.id
      """)
  @RegisterConstructorMapper(Row.class)
  List<Row> shares(long member);

  @SqlQuery(
      """
      SELECT 'visits' AS what, CAST(NULL AS TIMESTAMP(3) WITH TIME ZONE) AS at,
        CAST(v.on_date AS VARCHAR(10)) AS about, CAST(v.visits AS VARCHAR(20)) AS says
      FROM visit_count v JOIN tracked_link t ON t.id = v.tracked_link
      JOIN share_link l ON l.id = t.share_link WHERE l.member = :member ORDER BY v.on_date, t.id
      """)
  @RegisterConstructorMapper(Row.class)
  List<Row> visits(long member);

  @SqlQuery(
      """
      SELECT 'acknowledgement' AS what, a.at AS at, t.title AS about, a.language AS says
      FROM policy_acknowledgement a JOIN policy_text t
        ON t.document = a.document AND t.version = a.version AND t.language = a.language
      WHERE a.member = :member ORDER BY a.at
      """)
  @RegisterConstructorMapper(Row.class)
  List<Row> acknowledgements(long member);

  @SqlQuery(
      """
      SELECT 'card' AS what, d.ended_at AS at, r.headline AS about,
        CAST(NULL AS VARCHAR(10)) AS says
      FROM delivery d JOIN post p ON p.id = d.post
      JOIN revision r ON r.post = p.id AND r.number = COALESCE(p.live, p.newest)
      WHERE d.member = :member ORDER BY d.id
      """)
  @RegisterConstructorMapper(Row.class)
  List<Row> cards(long member);
}
