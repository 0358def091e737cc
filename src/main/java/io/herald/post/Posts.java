package io.herald.post;

import io.herald.network.Network;
import io.herald.records.Entry;
import io.herald.records.Records;
import io.herald.store.Changes;
import io.herald.store.Tx;
import io.herald.words.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The posts: found, locked, changed and recorded. Who may change them is decided above. */
public final class Posts {
  private final Records records;
  private final InstantSource clock;

  public Posts(Records records, InstantSource clock) {
    this.records = records;
    this.clock = clock;
  }

  public Optional<Post> find(Tx tx, long id) {
    return tx.alike(Post.class, id, () -> tx.sql(PostSql.class).find(id));
  }

  /** A post that must be there. */
  public Post get(Tx tx, long id) {
    return find(tx, id).orElseThrow(() -> new Refusal("refusal.no_such_post"));
  }

  /** As {@link #get}, and nobody else changes it until the transaction ends. */
  public Post lock(Tx tx, long id) {
    return tx.sql(PostSql.class).lock(id).orElseThrow(() -> new Refusal("refusal.no_such_post"));
  }

  /** Two members became one, who is the author of what both wrote. */
  public void handOver(Tx tx, long from, long to) {
    var sql = tx.sql(PostSql.class);
    sql.handOverPosts(from, to);
    sql.handOverRevisions(from, to);
    sql.handOverTexts(from, to);
  }

  /** A new, empty post of an author; it gets its first revision by {@link #revise}. */
  public Post create(Tx tx, long author) {
    return get(tx, tx.sql(PostSql.class).add(author, now()));
  }

  /** Writes the next revision and stores the post as submitted. */
  public Revision revise(Tx tx, Post post, long author, Content content) {
    var sql = tx.sql(PostSql.class);
    int number = post.newest() + 1;
    Instant now = now();
    sql.addRevision(post.id(), number, author, now, content);
    for (int i = 0; i < content.topics().size(); i++) {
      sql.addTopic(post.id(), number, i, content.topics().get(i));
    }
    content
        .wordings()
        .forEach(
            (network, wordings) -> {
              for (int i = 0; i < wordings.size(); i++) {
                sql.addWording(post.id(), number, network.slug(), i, wordings.get(i));
              }
            });
    records.append(
        tx,
        Entry.of("revision_written", author, "post/" + post.id())
            .with("revision", number)
            .with("link", content.link())
            .with("headline", content.headline())
            .with("words", content.words())
            .with("whole", content.whole())
            .with("wordings", bySlug(content.wordings()))
            .with("topics", content.topics())
            .with("image", content.image())
            .with("image_description", content.imageDescription())
            .with("freedom", content.freedom())
            .with("share_from", content.from())
            .with("share_until", content.until())
            .with("note", content.note()));
    store(tx, post.submitted(number, now), author, "submitted");
    return new Revision(post.id(), number, author, now, content);
  }

  /** Stores a post that changed, with its entry. */
  public void store(Tx tx, Post post, @Nullable Long actor, String what) {
    tx.sql(PostSql.class).store(post);
    records.append(
        tx,
        Entry.of("post_" + what, actor, "post/" + post.id())
            .with("state", post.state())
            .with("revision", post.newest())
            .with("live", post.live())
            .with("why", post.withdrawnWhy())
            .with("redirect", post.redirect()));
    Changes.happened(tx);
  }

  public Revision revision(Tx tx, long post, int number) {
    return tx.alike(Revision.class, List.of(post, number), () -> read(tx, post, number));
  }

  private static Revision read(Tx tx, long post, int number) {
    var sql = tx.sql(PostSql.class);
    var row = sql.revision(post, number).orElseThrow(() -> new Refusal("refusal.no_such_post"));
    Map<Network, List<String>> wordings = new EnumMap<>(Network.class);
    for (var wording : sql.wordings(post, number)) {
      wordings
          .computeIfAbsent(Network.ofSlug(wording.network()).orElseThrow(), n -> new ArrayList<>())
          .add(wording.words());
    }
    return new Revision(
        post,
        number,
        row.author(),
        row.at(),
        new Content(
            row.link(),
            row.headline(),
            row.words(),
            row.whole(),
            wordings,
            sql.topics(post, number),
            row.image(),
            row.imageDescription(),
            row.freedom(),
            row.shareFrom(),
            row.shareUntil(),
            row.note()));
  }

  public Revision newest(Tx tx, Post post) {
    return revision(tx, post.id(), post.newest());
  }

  /** The revision that people share: the live one, or the newest before the first push. */
  public Revision shown(Tx tx, Post post) {
    return revision(tx, post.id(), post.live() == null ? post.newest() : post.live());
  }

  /** Everybody who wrote a revision of a post. */
  public List<Long> authors(Tx tx, long post) {
    return tx.sql(PostSql.class).authors(post);
  }

  /** Posts whose time to go live has come. */
  public List<Long> due(Tx tx, int most) {
    return tx.sql(PostSql.class).due(now(), most);
  }

  /** Live posts whose share window is over. */
  public List<Long> over(Tx tx, int most) {
    return tx.sql(PostSql.class).over(now(), most);
  }

  /** Live posts, the newest first. */
  public List<Post> live(Tx tx, int skip, int most) {
    return tx.sql(PostSql.class).live(skip, most);
  }

  /** Posts of which a member wrote a revision, the last changed first. */
  public List<Post> by(Tx tx, long member, int skip, int most) {
    return tx.sql(PostSql.class).by(member, skip, most);
  }

  /** What is in review or approved and not yet pushed, oldest first. */
  public List<Post> pipeline(Tx tx, int skip, int most) {
    return tx.sql(PostSql.class).pipeline(skip, most);
  }

  /** Posts that are written, decided on or shared now, by id, behind an id. */
  public List<Post> current(Tx tx, long after, int most) {
    return tx.sql(PostSql.class).current(after, most);
  }

  /** The platform could not fetch the image of a revision; true the first time. */
  public boolean refuseImage(Tx tx, long post, int revision) {
    boolean first = tx.sql(PostSql.class).refuseImage(post, revision) > 0;
    if (first) {
      records.append(
          tx, Entry.of("image_refused", null, "post/" + post).with("revision", revision));
    }
    return first;
  }

  public boolean imageRefused(Tx tx, long post, int revision) {
    return tx.sql(PostSql.class).imageRefused(post, revision) > 0;
  }

  /** Keeps a text that is longer than a form takes; it goes with the draft. */
  public long keep(Tx tx, long member, String words) {
    return tx.sql(PostSql.class).keep(member, now(), words);
  }

  /** A kept text, for the member whose it is. */
  public Optional<String> kept(Tx tx, long id, long member) {
    return tx.sql(PostSql.class).kept(id, member);
  }

  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static Map<String, List<String>> bySlug(Map<Network, List<String>> wordings) {
    var out = new java.util.TreeMap<String, List<String>>();
    wordings.forEach((network, words) -> out.put(network.slug(), words));
    return out;
  }
}
