package io.herald.chat;

import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** On which cards somebody stands by name. */
interface ErasedSql {
  /** The posts that they wrote at, decided on, discussed, put first or let through. */
  @SqlQuery(
      """
      SELECT id FROM post WHERE author IN (<numbers>)
      UNION SELECT post FROM revision WHERE author IN (<numbers>)
      UNION SELECT r.post FROM decision d JOIN review r ON r.id = d.review
        WHERE d.member IN (<numbers>)
      UNION SELECT r.post FROM review_event e JOIN review r ON r.id = e.review
        WHERE e.member IN (<numbers>)
      UNION SELECT post FROM post_priority WHERE member IN (<numbers>)
      UNION SELECT post FROM check_override WHERE member IN (<numbers>)
      ORDER BY 1
      """)
  List<Long> posts(@BindList("numbers") List<Long> numbers);

  /** Cards of these posts that tell who did what; one without a message may be on its way. */
  @SqlQuery(
      """
      SELECT c.id, c.message IS NOT NULL AS lies FROM card c
      WHERE c.kind = 'AUTHOR' AND c.subject IN (<posts>)
        AND c.workspace = :workspace AND (c.message IS NOT NULL OR c.state = 'SENDING')
      UNION
      SELECT c.id, c.message IS NOT NULL FROM review r
      JOIN card c ON c.kind IN ('REVIEW', 'REMINDER') AND c.subject = r.id
      WHERE r.post IN (<posts>)
        AND c.workspace = :workspace AND (c.message IS NOT NULL OR c.state = 'SENDING')
      UNION
      SELECT c.id, c.message IS NOT NULL FROM review r
      JOIN review_event e ON e.review = r.id
      JOIN card c ON c.kind = 'THREAD' AND c.subject = e.id
      WHERE r.post IN (<posts>) AND e.member IN (<numbers>)
        AND c.workspace = :workspace AND (c.message IS NOT NULL OR c.state = 'SENDING')
      """)
  List<RedrawSql.Its.Card> cards(
      @BindList("posts") List<Long> posts, @BindList("numbers") List<Long> numbers, long workspace);

  /** Cards about exports of what they shared, or that they asked for. */
  @SqlQuery(
      """
      SELECT c.id, c.message IS NOT NULL AS lies FROM record_export x
      JOIN card c ON c.kind IN ('EXPORT', 'EXPORT_ABOUT') AND c.subject = x.id
      WHERE (x.person IN (<numbers>) OR x.member IN (<numbers>))
        AND c.workspace = :workspace AND (c.message IS NOT NULL OR c.state = 'SENDING')
      """)
  List<RedrawSql.Its.Card> exports(@BindList("numbers") List<Long> numbers, long workspace);
}
