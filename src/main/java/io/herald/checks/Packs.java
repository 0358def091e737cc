package io.herald.checks;

import io.herald.outbox.Lane;
import io.herald.outbox.Outbox;
import io.herald.records.Entry;
import io.herald.records.Records;
import io.herald.store.Tx;
import io.herald.words.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which packs there are and which are in force. Whatever changes one has all texts looked at again.
 */
public final class Packs {
  /** The outbox's kind for looking through all that is written; its subject is the recheck. */
  public static final String RECHECK = "recheck";

  private final Records records;
  private final Outbox outbox;
  private final InstantSource clock;
  private volatile @Nullable Bound bound;

  public Packs(Records records, Outbox outbox, InstantSource clock) {
    this.records = records;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** A rulebook, and the state of the packs that it was bound from. */
  private record Bound(List<PackSql.Row> of, List<Pack> inForce, Rulebook book) {}

  /**
   * A pack as it stands.
   *
   * @param own whether it was loaded here, also in the place of one that comes with Herald
   */
  public record Standing(Pack pack, boolean inForce, boolean own) {}

  /** The rules in force. They are bound anew when a pack changed, on whatever node. */
  public Rulebook rulebook(Tx tx) {
    return bound(tx).book();
  }

  /** The packs in force. */
  List<Pack> inForce(Tx tx) {
    return bound(tx).inForce();
  }

  private Bound bound(Tx tx) {
    List<PackSql.Row> rows = tx.sql(PackSql.class).all();
    Bound held = bound;
    if (held == null || !held.of().equals(rows)) {
      List<Pack> inForce = all(tx).stream().filter(Standing::inForce).map(Standing::pack).toList();
      held = new Bound(rows, inForce, new Rulebook(inForce));
      bound = held;
    }
    return held;
  }

  /** Every pack, those that come with Herald first. */
  public List<Standing> all(Tx tx) {
    var sql = tx.sql(PackSql.class);
    Map<String, PackSql.Row> rows = new LinkedHashMap<>();
    sql.all().forEach(row -> rows.put(row.id(), row));
    Map<String, String> bodies = new HashMap<>();
    rows.keySet().forEach(id -> sql.body(id).ifPresent(body -> bodies.put(id, body)));
    var all = new ArrayList<Standing>();
    ShippedPacks.all()
        .forEach(
            (id, shipped) -> {
              PackSql.Row row = rows.remove(id);
              String body = bodies.get(id);
              all.add(
                  new Standing(
                      body == null ? shipped : PackReader.stored(body),
                      row == null ? ShippedPacks.EVERYDAY.equals(id) : row.inForce(),
                      body != null));
            });
    rows.values()
        .forEach(
            row -> {
              String body = bodies.get(row.id());
              if (body != null) {
                all.add(new Standing(PackReader.stored(body), row.inForce(), true));
              }
            });
    return all;
  }

  public Optional<Standing> find(Tx tx, String id) {
    return all(tx).stream().filter(standing -> standing.pack().id().equals(id)).findFirst();
  }

  /**
   * Puts a pack into force, in the place of the one with its id.
   *
   * @param actor who did; none for whoever has the command line
   */
  public void load(Tx tx, Pack pack, @Nullable Long actor) {
    Optional<Standing> before = enter(tx, pack.id());
    tx.sql(PackSql.class).load(pack.id(), pack.text(), now());
    records.append(
        tx,
        Entry.of("rule_pack_loaded", actor, "rule_pack/" + pack.id())
            .with("version", pack.version())
            .with("rules", pack.size())
            .with("body", pack.text()));
    lookAgain(tx, pack.id(), before, actor);
  }

  /** Switches a pack on or off. */
  public void turn(Tx tx, String id, boolean on, long actor) {
    Standing before = enter(tx, id).orElseThrow(() -> new Refusal("refusal.no_such_pack"));
    if (before.inForce() == on) {
      return;
    }
    tx.sql(PackSql.class).turn(id, on, now());
    records.append(
        tx,
        Entry.of(on ? "rule_pack_switched_on" : "rule_pack_switched_off", actor, "rule_pack/" + id)
            .with("version", before.pack().version()));
    if (on) {
      lookAgain(tx, id, Optional.of(before), actor);
    }
  }

  /** Locks a pack's row, which is made if there was none, and says how it stands. */
  private Optional<Standing> enter(Tx tx, String id) {
    var sql = tx.sql(PackSql.class);
    boolean shipped = ShippedPacks.all().containsKey(id);
    if (shipped || sql.body(id).isPresent()) {
      sql.enter(id, ShippedPacks.EVERYDAY.equals(id), now());
      sql.lock(id);
      return find(tx, id);
    }
    sql.enter(id, false, now());
    sql.lock(id);
    return Optional.empty();
  }

  private void lookAgain(Tx tx, String id, Optional<Standing> before, @Nullable Long actor) {
    String body = before.filter(Standing::inForce).map(b -> b.pack().text()).orElse(null);
    lookAgain(tx, id, body, null, actor);
  }

  /** Has all texts looked at again, for rules that began or ended after a moment. */
  void lookAgain(Tx tx, Pack pack, Instant before) {
    lookAgain(tx, pack.id(), pack.text(), before, null);
  }

  private void lookAgain(
      Tx tx, String id, @Nullable String body, @Nullable Instant at, @Nullable Long actor) {
    long recheck = tx.sql(PackSql.class).addRecheck(id, body, at, actor, now());
    outbox.want(tx, Lane.INTERACTIVE, RECHECK, recheck);
  }

  public Optional<Recheck> recheck(Tx tx, long id) {
    return tx.sql(PackSql.class).recheck(id);
  }

  /** The pack as it was in force before a recheck; nothing where it was not. */
  public Optional<Pack> before(Recheck recheck) {
    return Optional.ofNullable(recheck.before()).map(PackReader::stored);
  }

  /** What a look through everything found, by post. */
  public List<Recheck.Found> found(Tx tx, long recheck) {
    return tx.sql(PackSql.class).findings(recheck);
  }

  /** A look through everything begins, anew where one was broken off. */
  public void begin(Tx tx, long recheck) {
    tx.sql(PackSql.class).forgetFindings(recheck);
  }

  /** Notes what a look found in a revision. */
  public void note(Tx tx, long recheck, long post, int revision, Finding finding) {
    tx.sql(PackSql.class).addFinding(recheck, post, revision, finding.name(), finding.words());
  }

  /** A look is over. */
  public void finish(Tx tx, Recheck recheck, int posts) {
    var sql = tx.sql(PackSql.class);
    sql.finish(recheck.id(), posts, now());
    records.append(
        tx,
        Entry.of("rechecked", null, "rule_pack/" + recheck.pack())
            .with("recheck", recheck.id())
            .with("posts", posts)
            .with("findings", sql.findings(recheck.id()).size()));
  }

  /** Two members became one, who changed what both changed. */
  public void handOver(Tx tx, long from, long to) {
    tx.sql(PackSql.class).handOver(from, to);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
