package io.herald.campaign;

import io.herald.members.Attention;
import io.herald.members.Person;
import io.herald.outbox.Lane;
import io.herald.outbox.Outbox;
import io.herald.post.PostState;
import io.herald.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One card with the posts of a day or a week, for members who chose that. */
public final class Digests {
  /** The outbox's kind for a digest whose time has come. */
  public static final String DIGEST = "digest";

  private final Attention attention;
  private final Outbox outbox;
  private final InstantSource clock;

  public Digests(Attention attention, Outbox outbox, InstantSource clock) {
    this.attention = attention;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Puts deliveries into the digests that gather for their members. */
  void gather(Tx tx, List<DigestSql.Gathered> all, Instant now) {
    if (all.isEmpty()) {
      return;
    }
    var sql = tx.sql(DigestSql.class);
    // In the order of the members, so that two broadcasts never wait for each other.
    List<DigestSql.Gathered> waiting =
        all.stream().sorted(Comparator.comparingLong(DigestSql.Gathered::member)).toList();
    Map<Long, Long> digests = new HashMap<>();
    List<DigestSql.Gathered> without = waiting;
    while (!without.isEmpty()) {
      // One that was closed just now gathers no more, and another begins.
      sql.begin(without);
      sql.open(without.stream().map(DigestSql.Gathered::member).toList())
          .forEach(open -> digests.put(open.member(), open.id()));
      without = waiting.stream().filter(w -> !digests.containsKey(w.member())).toList();
    }
    var links = new ArrayList<DigestSql.Link>();
    waiting.forEach(
        w ->
            links.add(
                new DigestSql.Link(
                    java.util.Objects.requireNonNull(digests.get(w.member())), w.delivery())));
    sql.add(links);
    sql.gathered(waiting.stream().map(DigestSql.Gathered::delivery).toList());
    sql.enqueue(List.copyOf(digests.values()), now);
  }

  /** What is to be done with a digest whose time has come. */
  public sealed interface Next {
    /** It is to be sent, or was begun. */
    record Send() implements Next {}

    /** It waits for a later time. */
    record Wait(Instant until) implements Next {}

    /** There is nothing to send. */
    record Nothing() implements Next {}
  }

  /**
   * Closes a digest whose time has come, and counts the ask; or puts it off, or ends what is in it
   * for a member who paused or left.
   */
  public Next close(Tx tx, Broadcasts broadcasts, long id, Person person) {
    var sql = tx.sql(DigestSql.class);
    DigestSql.Row digest = sql.lock(id).orElseThrow();
    if (digest.gathers() == null) {
      return digest.askedAt() == null ? new Next.Nothing() : new Next.Send();
    }
    Instant now = now();
    if (digest.dueAt().isAfter(now)) {
      return new Next.Wait(digest.dueAt());
    }
    Instant loud = attention.quietIsOver(tx, person);
    if (loud.isAfter(now)) {
      return putOff(sql, id, loud);
    }
    boolean paused = attention.pausedUntil(tx, person.member()) != null;
    List<DigestSql.Inside> inside = sql.inside(id);
    if (paused || !person.joined()) {
      inside.forEach(
          d ->
              broadcasts.ended(
                  tx, d.id(), DeliveryState.SKIPPED, paused ? "paused" : "not_joined"));
      sql.close(id, null);
      return new Next.Nothing();
    }
    var ready = new ArrayList<DigestSql.Inside>();
    var stopped = new ArrayList<DigestSql.Gathered>();
    for (DigestSql.Inside delivery : inside) {
      if (delivery.state() != DeliveryState.GATHERED.number()) {
        continue;
      }
      if (delivery.broadcastState() == BroadcastState.PAUSED) {
        stopped.add(
            new DigestSql.Gathered(
                delivery.id(), delivery.member(), attention.nextDigest(tx, person)));
      } else if (delivery.postState() != PostState.LIVE) {
        broadcasts.ended(tx, delivery.id(), DeliveryState.SKIPPED, "not_live");
      } else if (delivery.broadcastState() != BroadcastState.CANCELLED) {
        ready.add(delivery);
      }
    }
    if (!ready.isEmpty() && !attention.ask(tx, person.member(), false)) {
      return putOff(sql, id, attention.nextDigest(tx, person));
    }
    List<Long> out =
        inside.stream().filter(d -> !ready.contains(d)).map(DigestSql.Inside::id).toList();
    if (!out.isEmpty()) {
      sql.takeOut(id, out);
    }
    sql.close(id, ready.isEmpty() ? null : now);
    gather(tx, stopped, now);
    return ready.isEmpty() ? new Next.Nothing() : new Next.Send();
  }

  /** Has the digest that gathers for a member come when they choose now. */
  public void retime(Tx tx, Person person) {
    var sql = tx.sql(DigestSql.class);
    sql.gathering(person.member())
        .ifPresent(
            id -> {
              Instant at = attention.nextDigest(tx, person);
              sql.putOff(id, at);
              outbox.want(tx, Lane.BULK, DIGEST, id, at);
            });
  }

  public long member(Tx tx, long id) {
    return tx.sql(DigestSql.class).find(id).orElseThrow().member();
  }

  /** What stands in a digest that was closed, in the order in which it went live. */
  public List<Delivery> inside(Tx tx, long id) {
    return tx.sql(DigestSql.class).inside(id).stream()
        .map(d -> new Delivery(d.id(), d.post(), d.member(), d.broadcast(), d.folded()))
        .toList();
  }

  /** Writes down how a digest, and each delivery in it, ended. */
  public void ended(
      Tx tx, Broadcasts broadcasts, long id, DeliveryState state, @Nullable String reason) {
    inside(tx, id).forEach(d -> broadcasts.ended(tx, d.id(), state, reason));
    DigestSql.Row digest = tx.sql(DigestSql.class).find(id).orElseThrow();
    if (digest.askedAt() != null
        && (state == DeliveryState.FAILED || state == DeliveryState.SKIPPED)) {
      attention.notAsked(tx, digest.member(), digest.askedAt());
    }
  }

  /** A digest was drawn anew: what of it was withdrawn says so by now. */
  public void recalled(Tx tx, Broadcasts broadcasts, long id) {
    tx.sql(DigestSql.class).inside(id).stream()
        .filter(delivery -> delivery.postState() == PostState.WITHDRAWN)
        .forEach(delivery -> broadcasts.ended(tx, delivery.id(), DeliveryState.RECALLED, null));
  }

  /** The digests in which a post stands. */
  public List<Long> with(Tx tx, long post) {
    return tx.sql(DigestSql.class).with(post);
  }

  private static Next putOff(DigestSql sql, long id, Instant at) {
    sql.putOff(id, at);
    return new Next.Wait(at);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
