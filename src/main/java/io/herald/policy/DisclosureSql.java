package io.herald.policy;

import io.herald.network.Network;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface DisclosureSql {
  @SqlQuery("SELECT language, network, topic, mode, words, shorter FROM disclosure ORDER BY id")
  List<Row> all();

  @SqlUpdate(
      """
      UPDATE disclosure SET mode = :mode, words = :words, shorter = :shorter, changed_at = :at
      WHERE language = :language AND network = :network AND topic = :topic
      """)
  int change(@BindMethods Row row, Instant at);

  @SqlUpdate(
      """
      INSERT INTO disclosure (language, network, topic, mode, words, shorter, changed_at)
      VALUES (:language, :network, :topic, :mode, :words, :shorter, :at)
      """)
  void add(@BindMethods Row row, Instant at);

  @SqlQuery("SELECT COUNT(*) FROM undisclosed WHERE post = :post AND member = :member")
  int leftOut(long post, long member);

  @SqlUpdate(
      "INSERT INTO undisclosed (post, member) VALUES (:post, :member) ON CONFLICT DO NOTHING")
  int leaveOut(long post, long member);

  @SqlUpdate("DELETE FROM undisclosed WHERE post = :post AND member = :member")
  int say(long post, long member);

  @SqlUpdate(
      """
      DELETE FROM undisclosed WHERE member = :from AND EXISTS (
        SELECT 1 FROM undisclosed o WHERE o.member = :to AND o.post = undisclosed.post)
      """)
  void dropDouble(long from, long to);

  @SqlUpdate("UPDATE undisclosed SET member = :to WHERE member = :from")
  void handOver(long from, long to);

  /** A rule as it is stored. */
  record Row(
      String language,
      String network,
      long topic,
      Disclosure.Mode mode,
      String words,
      String shorter) {

    static Row of(DisclosureRule rule) {
      return new Row(
          rule.language() == null ? "" : rule.language().tag(),
          rule.network() == null ? "" : rule.network().slug(),
          rule.topic(),
          rule.mode(),
          rule.words(),
          rule.shorter());
    }

    DisclosureRule rule() {
      return new DisclosureRule(
          language.isEmpty() ? null : new Language(language),
          Network.ofSlug(network).orElse(null),
          topic,
          mode,
          words,
          shorter);
    }
  }
}
