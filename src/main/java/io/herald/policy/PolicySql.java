package io.herald.policy;

import io.herald.members.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface PolicySql {
  String DOCUMENT = "SELECT d.id, d.version, d.published_at, d.retired_at FROM policy_document d ";

  /** A member m for whom a document d is. */
  String FOR_THEM =
      """
       (NOT EXISTS (SELECT 1 FROM policy_reader r WHERE r.document = d.id)
        OR EXISTS (
          SELECT 1 FROM policy_reader r JOIN follow f ON f.topic = r.topic
          WHERE r.document = d.id AND f.member = m.id)
        OR EXISTS (
          SELECT 1 FROM policy_reader r JOIN member_role h ON h.role = r.role
          WHERE r.document = d.id AND h.member = m.id))
      """;

  @SqlUpdate("INSERT INTO policy_document (version, published_at) VALUES (1, :at)")
  @GetGeneratedKeys("id")
  long add(Instant at);

  // Two who publish together: the second finds another version than the one that its form began
  // with.
  @SqlUpdate(
      """
      UPDATE policy_document
      SET version = version + 1, published_at = :at, retired_at = NULL, asked_through = 0
      WHERE id = :id AND version = :from
      """)
  int next(long id, int from, Instant at);

  @SqlUpdate("UPDATE policy_document SET retired_at = :at WHERE id = :id AND retired_at IS NULL")
  int retire(long id, Instant at);

  @SqlUpdate(
      """
      INSERT INTO policy_text
        (document, version, language, position, title, link, summary, published_at, publisher)
      VALUES (:document, :version, :language,
        (SELECT COUNT(*) FROM policy_text o
         WHERE o.document = :document AND o.version = :version),
        :title, :link, :summary, :at, :publisher)
      ON CONFLICT DO NOTHING
      """)
  int addText(
      long document,
      int version,
      String language,
      String title,
      String link,
      String summary,
      Instant at,
      long publisher);

  @SqlQuery(
      """
      SELECT language, title, link, summary FROM policy_text
      WHERE document = :document AND version = :version ORDER BY position
      """)
  List<TextRow> texts(long document, int version);

  @SqlUpdate("DELETE FROM policy_reader WHERE document = :document")
  void dropReaders(long document);

  @SqlUpdate("INSERT INTO policy_reader (document, topic) VALUES (:document, :topic)")
  void addTopic(long document, long topic);

  @SqlUpdate("INSERT INTO policy_reader (document, role) VALUES (:document, :role)")
  void addRole(long document, Role role);

  @SqlQuery(
      "SELECT topic FROM policy_reader WHERE document = :document AND topic > 0 ORDER BY topic")
  List<Long> topics(long document);

  @SqlQuery(
      "SELECT role FROM policy_reader WHERE document = :document AND role <> '' ORDER BY role")
  List<Role> roles(long document);

  @SqlQuery(DOCUMENT + "WHERE d.id = :id")
  Optional<Row> find(long id);

  @SqlQuery(DOCUMENT + "WHERE d.retired_at IS NULL ORDER BY d.id")
  List<Row> inForce();

  @SqlQuery(
      DOCUMENT
          + "JOIN member m ON m.id = :member WHERE d.retired_at IS NULL AND"
          + FOR_THEM
          + "ORDER BY d.id")
  List<Row> inForceFor(long member);

  /** Those of some members for whom something waits for their acknowledgement. */
  @SqlQuery(
      """
      SELECT DISTINCT m.id FROM policy_document d CROSS JOIN member m
      WHERE m.id IN (<members>) AND d.retired_at IS NULL AND NOT EXISTS (
        SELECT 1 FROM policy_acknowledgement a
        WHERE a.document = d.id AND a.version = d.version AND a.member = m.id) AND
      """
          + FOR_THEM)
  List<Long> waiting(@BindList("members") List<Long> members);

  @SqlUpdate(
      """
      INSERT INTO policy_acknowledgement (document, version, member, language, at)
      VALUES (:document, :version, :member, :language, :at)
      ON CONFLICT DO NOTHING
      """)
  int acknowledge(long document, int version, long member, String language, Instant at);

  @SqlQuery(
      """
      SELECT document, version, language, at FROM policy_acknowledgement
      WHERE document = :document AND member = :member
      ORDER BY version DESC FETCH FIRST 1 ROWS ONLY
      """)
  Optional<AcknowledgementRow> last(long document, long member);

  @SqlUpdate(
      """
      INSERT INTO policy_ask (document, version, member, at)
      VALUES (:document, :version, :member, :at)
      ON CONFLICT DO NOTHING
      """)
  int ask(long document, int version, long member, Instant at);

  /** Members after the last one that was looked at, who have not read it and were not asked. */
  @SqlQuery(
      """
      SELECT m.id FROM policy_document d JOIN member m ON m.id > d.asked_through
      WHERE d.id = :document AND m.joined_at IS NOT NULL AND m.left_organisation_at IS NULL
        AND NOT EXISTS (
          SELECT 1 FROM policy_acknowledgement a
          WHERE a.document = d.id AND a.version = d.version AND a.member = m.id)
        AND NOT EXISTS (
          SELECT 1 FROM policy_ask k
          WHERE k.document = d.id AND k.version = d.version AND k.member = m.id) AND
      """
          + FOR_THEM
          + "ORDER BY m.id FETCH FIRST :most ROWS ONLY")
  List<Long> toAsk(long document, int most);

  @SqlUpdate("UPDATE policy_document SET asked_through = :member WHERE id = :document")
  void askedThrough(long document, long member);

  /** Of a document, all together. */
  @SqlQuery(
      """
      SELECT 0 AS topic, COUNT(*) AS people, COUNT(a.member) AS acknowledged
      FROM policy_document d
      JOIN member m ON m.joined_at IS NOT NULL AND m.left_organisation_at IS NULL
      LEFT JOIN policy_acknowledgement a
        ON a.document = d.id AND a.version = d.version AND a.member = m.id
      WHERE d.id = :document AND
      """
          + FOR_THEM)
  Coverage coverage(long document);

  /** Of a document, by the topics that its readers follow. */
  @SqlQuery(
      """
      SELECT w.topic, COUNT(*) AS people, COUNT(a.member) AS acknowledged
      FROM policy_document d
      JOIN member m ON m.joined_at IS NOT NULL AND m.left_organisation_at IS NULL
      JOIN follow w ON w.member = m.id
      LEFT JOIN policy_acknowledgement a
        ON a.document = d.id AND a.version = d.version AND a.member = m.id
      WHERE d.id = :document AND
      """
          + FOR_THEM
          + "GROUP BY w.topic ORDER BY w.topic")
  List<Coverage> coverageByTopic(long document);

  @SqlUpdate(
      """
      DELETE FROM policy_acknowledgement WHERE member = :from AND EXISTS (
        SELECT 1 FROM policy_acknowledgement o
        WHERE o.member = :to AND o.document = policy_acknowledgement.document
          AND o.version = policy_acknowledgement.version)
      """)
  void dropDouble(long from, long to);

  @SqlUpdate("UPDATE policy_acknowledgement SET member = :to WHERE member = :from")
  void handOver(long from, long to);

  @SqlUpdate(
      """
      DELETE FROM policy_ask WHERE member = :from AND EXISTS (
        SELECT 1 FROM policy_ask o
        WHERE o.member = :to AND o.document = policy_ask.document
          AND o.version = policy_ask.version)
      """)
  void dropDoubleAsks(long from, long to);

  @SqlUpdate("UPDATE policy_ask SET member = :to WHERE member = :from")
  void handOverAsks(long from, long to);

  /** A document without its readers and words. */
  record Row(long id, int version, Instant publishedAt, @Nullable Instant retiredAt) {}

  /** Words as they are stored. */
  record TextRow(String language, String title, String link, String summary) {
    PolicyText text() {
      return new PolicyText(new Language(language), title, link, summary);
    }
  }

  /** An acknowledgement as it is stored. */
  record AcknowledgementRow(long document, int version, String language, Instant at) {
    Acknowledgement acknowledgement() {
      return new Acknowledgement(document, version, new Language(language), at);
    }
  }
}
