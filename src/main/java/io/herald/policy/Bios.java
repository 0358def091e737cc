package io.herald.policy;

import io.herald.network.Network;
import io.herald.records.Entry;
import io.herald.records.Records;
import io.herald.store.Tx;
import io.herald.words.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What members say of their own accounts, and of the bio line there. */
public final class Bios {
  /** The networks on which people have a profile with a bio that the public reads. */
  public static final List<Network> NETWORKS =
      List.of(
          Network.LINKEDIN,
          Network.X,
          Network.FACEBOOK,
          Network.BLUESKY,
          Network.THREADS,
          Network.MASTODON,
          Network.INSTAGRAM);

  private final Records records;
  private final InstantSource clock;

  public Bios(Records records, InstantSource clock) {
    this.records = records;
    this.clock = clock;
  }

  public Optional<Bio> of(Tx tx, long member) {
    return tx.sql(BioSql.class).bio(member);
  }

  /** A member's accounts, by network in the order of {@link #NETWORKS}. */
  public List<OwnAccount> accounts(Tx tx, long member) {
    Map<Network, OwnAccount> accounts = new EnumMap<>(Network.class);
    for (BioSql.Row row : tx.sql(BioSql.class).accounts(member)) {
      Network network = Network.ofSlug(row.network()).orElseThrow();
      accounts.put(network, new OwnAccount(network, row.kind(), row.bio(), row.placedAt()));
    }
    return NETWORKS.stream()
        .flatMap(network -> Optional.ofNullable(accounts.get(network)).stream())
        .toList();
  }

  /** Of which kind a member's accounts are, as far as they have said. */
  public Map<Network, AccountKind> kinds(Tx tx, long member) {
    return accounts(tx, member).stream()
        .collect(Collectors.toMap(OwnAccount::network, OwnAccount::kind));
  }

  /** Whether a member has accounts, and none of them is for work alone. */
  public boolean forMoreThanWork(Tx tx, long member) {
    Map<Network, AccountKind> kinds = kinds(tx, member);
    return !kinds.isEmpty() && !kinds.containsValue(AccountKind.PROFESSIONAL);
  }

  /** A member says what stands in their bio, and of which kind each of their accounts is. */
  public void say(Tx tx, long member, Bio bio, Map<Network, AccountKind> kinds) {
    var sql = tx.sql(BioSql.class);
    if (sql.change(member, bio.doing(), bio.employer()) == 0) {
      sql.add(member, bio.doing(), bio.employer());
    }
    Map<Network, AccountKind> before = kinds(tx, member);
    for (Network network : NETWORKS) {
      AccountKind kind = kinds.get(network);
      if (kind == null) {
        sql.drop(member, network.slug());
      } else if (sql.changeKind(member, network.slug(), kind) == 0) {
        sql.addAccount(member, network.slug(), kind);
      }
    }
    if (!before.equals(kinds(tx, member))) {
      var entry = Entry.of("accounts_stated", member, "member/" + member);
      for (OwnAccount account : accounts(tx, member)) {
        entry = entry.with(account.network().slug(), account.kind());
      }
      records.append(tx, entry);
    }
  }

  /** A member says that a line stands in their bio on a network. */
  public void placed(Tx tx, long member, Network network, String line) {
    if (tx.sql(BioSql.class).placed(member, network.slug(), line, now()) == 0) {
      throw new Refusal("refusal.no_such_account", network.label());
    }
    records.append(
        tx,
        Entry.of("bio_placed", member, "member/" + member)
            .with("network", network.slug())
            .with("words", line));
  }

  /** Two members became one; what the one who stays said goes before what the other did. */
  public void handOver(Tx tx, long from, long to) {
    var sql = tx.sql(BioSql.class);
    sql.dropDouble(from, to);
    sql.handOver(from, to);
    sql.handOverBio(from, to);
    sql.forget(from);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
