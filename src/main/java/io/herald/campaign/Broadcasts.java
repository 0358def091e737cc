package io.herald.campaign;

import io.herald.outbox.Outbox;
import io.herald.post.Post;
import io.herald.post.Posts;
import io.herald.records.Entry;
import io.herald.records.Records;
import io.herald.store.Tx;
import java.util.Optional;

/** Pushes of a post to its audience. Over all of them a member gets a post at most once. */
public final class Broadcasts {
  /** The outbox's kind for a card to a member. */
  public static final String DELIVERY = "delivery";

  /** The outbox's kind for a card in a channel. */
  public static final String CHANNEL_DELIVERY = "channel_delivery";

  private final Posts posts;
  private final Outbox outbox;
  private final Records records;

  public Broadcasts(Posts posts, Outbox outbox, Records records) {
    this.posts = posts;
    this.outbox = outbox;
    this.records = records;
  }

  /** Pushes a post that just went live to the members who follow one of its topics. */
  public void start(Tx tx, Post post) {
    var sql = tx.sql(BroadcastSql.class);
    var now = posts.now();
    long id = sql.start(post.id(), now);
    int revision = post.newest();
    int members = sql.adopt(id, post.id(), revision) + sql.deliver(id, post.id(), revision);
    sql.enqueue(id, now);
    int channels = sql.deliverToChannels(id, post.id(), revision);
    sql.enqueueChannels(id, now);
    records.append(
        tx,
        Entry.of("broadcast_started", null, "post/" + post.id())
            .with("broadcast", id)
            .with("revision", revision)
            .with("members", members)
            .with("channels", channels));
    outbox.ring(tx);
  }

  /** How many members a revision would reach now. */
  public long audience(Tx tx, long post, int revision) {
    return tx.sql(BroadcastSql.class).audience(post, revision);
  }

  /**
   * Ends the deliveries of a post that were never begun; says how many. One that was tried may have
   * arrived, and stays to be looked for.
   */
  public int cancel(Tx tx, long post) {
    return tx.sql(BroadcastSql.class).cancel(post);
  }

  public Optional<Delivery> delivery(Tx tx, long id) {
    return tx.sql(BroadcastSql.class).delivery(id);
  }

  public Optional<Delivery> deliveryTo(Tx tx, long post, long member) {
    return tx.sql(BroadcastSql.class).deliveryTo(post, member);
  }

  public Optional<ChannelDelivery> channelDelivery(Tx tx, long id) {
    return tx.sql(BroadcastSql.class).channelDelivery(id);
  }

  /** Folds or unfolds a member's card of a post; it counts for nobody and is no entry. */
  public void fold(Tx tx, long post, long member, boolean folded) {
    tx.sql(BroadcastSql.class).fold(post, member, folded);
  }
}
