package io.herald.post;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface PostSql {
  @SqlUpdate("UPDATE post SET author = :to WHERE author = :from")
  void handOverPosts(long from, long to);

  @SqlUpdate("UPDATE revision SET author = :to WHERE author = :from")
  void handOverRevisions(long from, long to);

  @SqlUpdate("UPDATE kept_text SET member = :to WHERE member = :from")
  void handOverTexts(long from, long to);

  String POST =
      """
      SELECT id, author, state, newest, live, held, publish_at, live_at, expires_at, created_at,
             changed_at, withdrawn_why, redirect
      FROM post
      """;

  @SqlUpdate(
      """
      INSERT INTO post (author, state, newest, created_at, changed_at)
      VALUES (:author, 'DRAFT', 0, :at, :at)
      """)
  @GetGeneratedKeys("id")
  long add(long author, Instant at);

  @SqlQuery(POST + "WHERE id = :id")
  Optional<Post> find(long id);

  @SqlQuery(POST + "WHERE id = :id FOR UPDATE")
  Optional<Post> lock(long id);

  @SqlUpdate(
      """
      UPDATE post
      SET state = :state, newest = :newest, live = :live, held = :held, publish_at = :publishAt,
          live_at = :liveAt, expires_at = :expiresAt, changed_at = :changedAt,
          withdrawn_why = :withdrawnWhy, redirect = :redirect
      WHERE id = :id
      """)
  void store(@BindMethods Post post);

  @SqlQuery(
      """
      SELECT id FROM post
      WHERE publish_at <= :now AND held = FALSE AND state IN ('APPROVED', 'LIVE', 'EXPIRED')
      ORDER BY publish_at
      FETCH FIRST :most ROWS ONLY
      """)
  List<Long> due(Instant now, int most);

  @SqlQuery(
      """
      SELECT id FROM post WHERE state = 'LIVE' AND expires_at <= :now
      ORDER BY id FETCH FIRST :most ROWS ONLY
      """)
  List<Long> over(Instant now, int most);

  @SqlQuery(
      """
      SELECT MIN(publish_at) FROM post
      WHERE held = FALSE AND state IN ('APPROVED', 'LIVE', 'EXPIRED')
      """)
  Optional<Instant> nextDue();

  @SqlQuery(
      POST
          + """
            WHERE state = 'LIVE'
            ORDER BY live_at DESC, id DESC
            OFFSET :skip ROWS FETCH FIRST :most ROWS ONLY
            """)
  List<Post> live(int skip, int most);

  @SqlQuery(
      POST
          + """
            WHERE author = :member OR EXISTS (
              SELECT 1 FROM revision r WHERE r.post = post.id AND r.author = :member)
            ORDER BY changed_at DESC, id DESC
            OFFSET :skip ROWS FETCH FIRST :most ROWS ONLY
            """)
  List<Post> by(long member, int skip, int most);

  @SqlQuery(
      POST
          + """
            WHERE state IN ('IN_REVIEW', 'APPROVED')
            ORDER BY changed_at, id
            OFFSET :skip ROWS FETCH FIRST :most ROWS ONLY
            """)
  List<Post> pipeline(int skip, int most);

  @SqlQuery(
      POST
          + """
            WHERE id > :after AND newest > 0
              AND state IN ('DRAFT', 'IN_REVIEW', 'APPROVED', 'LIVE')
            ORDER BY id FETCH FIRST :most ROWS ONLY
            """)
  List<Post> current(long after, int most);

  @SqlUpdate(
      """
      INSERT INTO revision (post, number, author, at, link, headline, words, whole, image,
                            image_description, freedom, share_from, share_until, note)
      VALUES (:post, :number, :author, :at, :link, :headline, :words, :whole, :image,
              :imageDescription, :freedom, :from, :until, :note)
      """)
  void addRevision(long post, int number, long author, Instant at, @BindMethods Content content);

  @SqlQuery(
      """
      SELECT post, number, author, at, link, headline, words, whole, image, image_description,
             freedom, share_from, share_until, note
      FROM revision WHERE post = :post AND number = :number
      """)
  Optional<RevisionRow> revision(long post, int number);

  @SqlQuery("SELECT DISTINCT author FROM revision WHERE post = :post")
  List<Long> authors(long post);

  @SqlUpdate(
      """
      INSERT INTO revision_topic (post, number, position, topic)
      VALUES (:post, :number, :position, :topic)
      """)
  void addTopic(long post, int number, int position, long topic);

  @SqlQuery(
      "SELECT topic FROM revision_topic WHERE post = :post AND number = :number ORDER BY position")
  List<Long> topics(long post, int number);

  @SqlUpdate(
      """
      INSERT INTO wording (post, number, network, position, words)
      VALUES (:post, :number, :network, :position, :words)
      """)
  void addWording(long post, int number, String network, int position, String words);

  @SqlQuery(
      """
      SELECT network, words FROM wording WHERE post = :post AND number = :number
      ORDER BY network, position
      """)
  List<WordingRow> wordings(long post, int number);

  @SqlUpdate(
      "INSERT INTO refused_image (post, number) VALUES (:post, :number) ON CONFLICT DO NOTHING")
  int refuseImage(long post, int number);

  @SqlQuery("SELECT COUNT(*) FROM refused_image WHERE post = :post AND number = :number")
  int imageRefused(long post, int number);

  @SqlUpdate("INSERT INTO kept_text (member, at, words) VALUES (:member, :at, :words)")
  @GetGeneratedKeys("id")
  long keep(long member, Instant at, String words);

  @SqlQuery("SELECT words FROM kept_text WHERE id = :id AND member = :member")
  Optional<String> kept(long id, long member);

  /** A revision without what stands in other tables. */
  record RevisionRow(
      long post,
      int number,
      long author,
      Instant at,
      String link,
      String headline,
      String words,
      @Nullable String whole,
      @Nullable String image,
      @Nullable String imageDescription,
      Freedom freedom,
      @Nullable Instant shareFrom,
      @Nullable Instant shareUntil,
      @Nullable String note) {}

  /** One wording. */
  record WordingRow(String network, String words) {}
}
