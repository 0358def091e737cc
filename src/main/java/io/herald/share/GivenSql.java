package io.herald.share;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface GivenSql {
  @SqlQuery(
      """
      SELECT m.id AS member, d.linkedin, d.x, d.facebook
      FROM member m JOIN delivery d ON d.post = :post AND d.member = m.id
      WHERE m.id IN (<members>)
      """)
  @KeyColumn("member")
  Map<Long, Row> given(long post, @BindList("members") List<Long> members);

  @SqlUpdate("INSERT INTO delivery (post, member) VALUES (:post, :member) ON CONFLICT DO NOTHING")
  int add(long post, long member);

  @SqlBatch(
      """
      UPDATE delivery SET linkedin = :linkedin, x = :x, facebook = :facebook
      WHERE post = :post AND member = :member
      """)
  void give(@BindMethods List<Gift> all);

  @SqlQuery(
      """
      SELECT linkedin, x, facebook, SUM(people) AS people FROM words_given
      WHERE post = :post
      GROUP BY linkedin, x, facebook
      """)
  List<Out> out(long post);

  @SqlUpdate(
      """
      UPDATE words_given SET people = people + :by
      WHERE post = :post AND linkedin = :linkedin AND x = :x AND facebook = :facebook
        AND shard = :shard
      """)
  int count(long post, int linkedin, int x, int facebook, int shard, long by);

  @SqlUpdate(
      """
      INSERT INTO words_given (post, linkedin, x, facebook, shard, people)
      VALUES (:post, :linkedin, :x, :facebook, :shard, 0) ON CONFLICT DO NOTHING
      """)
  int countFirst(long post, int linkedin, int x, int facebook, int shard);

  @SqlQuery(
      """
      SELECT m.id AS member, o.words
      FROM member m JOIN own_words o ON o.post = :post AND o.member = m.id
      WHERE m.id IN (<members>) AND o.revision = :revision
      """)
  @KeyColumn("member")
  @ValueColumn("words")
  Map<Long, String> own(long post, int revision, @BindList("members") List<Long> members);

  @SqlUpdate("DELETE FROM own_words WHERE post = :post AND member = :member")
  int dropOwn(long post, long member);

  @SqlUpdate(
      """
      INSERT INTO own_words (post, member, words, revision, at)
      VALUES (:post, :member, :words, :revision, :at)
      """)
  void addOwn(long post, long member, String words, int revision, java.time.Instant at);

  /** Of own words of both the newer stay. */
  @SqlUpdate(
      """
      DELETE FROM own_words WHERE member = :loser AND EXISTS (
        SELECT 1 FROM own_words o
        WHERE o.member = :other AND o.post = own_words.post AND o.at >= own_words.at)
      """)
  void dropOlder(long loser, long other);

  @SqlUpdate("UPDATE own_words SET member = :to WHERE member = :from")
  void handOver(long from, long to);

  /** The wordings in a member's row; none before they were given. */
  record Row(@Nullable Integer linkedin, @Nullable Integer x, @Nullable Integer facebook) {
    /** What a member has by it of a post; none before it was given. */
    Optional<Gift> gift(long post, long member) {
      return linkedin == null || x == null || facebook == null
          ? Optional.empty()
          : Optional.of(new Gift(post, member, linkedin, x, facebook));
    }
  }

  /** The wordings that a member is given of a post. */
  record Gift(long post, long member, int linkedin, int x, int facebook) {}

  /** How many people have a combination of wordings. */
  record Out(int linkedin, int x, int facebook, long people) {}
}
