package io.herald.campaign;

import io.herald.members.Attention;
import io.herald.members.AttentionChoices;
import io.herald.members.OrganisationSettings;
import io.herald.members.Person;
import io.herald.members.Timing;
import io.herald.store.Tx;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Holds members' attention against a broadcast: when it begins, for all at once, and again when
 * each card is about to be sent, for they may have chosen otherwise meanwhile.
 */
public final class Asking {
  private static final int AT_ONCE = 1_000;

  private final Attention attention;
  private final OrganisationSettings organisation;
  private final Priorities priorities;
  private final Digests digests;

  public Asking(
      Attention attention,
      OrganisationSettings organisation,
      Priorities priorities,
      Digests digests) {
    this.attention = attention;
    this.organisation = organisation;
    this.priorities = priorities;
    this.digests = digests;
  }

  /**
   * Sorts the deliveries of a broadcast that just begins: some go later, some in a digest, some not
   * at all. Whoever has neither quiet hours nor a digest is sorted by two statements.
   */
  void sort(Tx tx, long broadcast, long post, Instant now) {
    var sql = tx.sql(AskingSql.class);
    boolean priority = priorities.of(tx, post).isPresent();
    sql.skipPaused(broadcast, now);
    if (!priority) {
      int cap = organisation.weeklyCap(tx);
      sql.skipFull(broadcast, AttentionChoices.week(now), cap, AttentionChoices.fewer(cap), now);
    }
    long after = 0;
    List<Attention.Special> some = attention.special(tx, priority, after, AT_ONCE);
    while (!some.isEmpty()) {
      sort(tx, broadcast, post, some, now);
      after = some.get(some.size() - 1).member();
      some = attention.special(tx, priority, after, AT_ONCE);
    }
    sql.tally(broadcast);
  }

  private void sort(Tx tx, long broadcast, long post, List<Attention.Special> some, Instant now) {
    var sql = tx.sql(AskingSql.class);
    Map<Long, Timing> timings = new HashMap<>();
    some.forEach(special -> timings.put(special.member(), special.timing()));
    var later = new ArrayList<AskingSql.PutOff>();
    var gathered = new ArrayList<DigestSql.Gathered>();
    Map<Timing.Reason, List<Long>> not = new EnumMap<>(Timing.Reason.class);
    for (AskingSql.Its its :
        sql.deliveries(post, broadcast, some.stream().map(Attention.Special::member).toList())) {
      Timing timing = java.util.Objects.requireNonNull(timings.get(its.member()));
      if (timing instanceof Timing.Later put) {
        later.add(new AskingSql.PutOff(its.id(), put.at()));
      } else if (timing instanceof Timing.InDigest digest) {
        gathered.add(new DigestSql.Gathered(its.id(), its.member(), digest.at()));
      } else if (timing instanceof Timing.Not none) {
        not.computeIfAbsent(none.why(), why -> new ArrayList<>()).add(its.id());
      }
    }
    if (!later.isEmpty()) {
      sql.putOff(later);
    }
    not.forEach((why, ids) -> sql.skip(ids, code(why), now));
    digests.gather(tx, gathered, now);
  }

  Priorities priorities() {
    return priorities;
  }

  /**
   * Whether a delivery that is about to be sent may be; counts the ask, once. Where it may not, it
   * is put off, gathered or ended.
   */
  public boolean mayAsk(
      Tx tx, Broadcasts broadcasts, Delivery delivery, Person person, Instant now) {
    var sql = tx.sql(AskingSql.class);
    if (sql.asked(delivery.id(), now) == 0) {
      // By this delivery they were asked before.
      return true;
    }
    boolean priority = priorities.of(tx, delivery.post()).isPresent();
    Timing timing = attention.askNow(tx, person, priority);
    if (timing instanceof Timing.Now) {
      return true;
    }
    sql.notAsked(delivery.id());
    if (timing instanceof Timing.Later later) {
      sql.backToWait(delivery.id(), later.at());
      return false;
    }
    if (timing instanceof Timing.InDigest digest) {
      digests.gather(
          tx, List.of(new DigestSql.Gathered(delivery.id(), delivery.member(), digest.at())), now);
      return false;
    }
    if (timing instanceof Timing.Not not) {
      broadcasts.ended(tx, delivery.id(), DeliveryState.SKIPPED, code(not.why()));
    }
    return false;
  }

  /** Takes back that a member was asked by a delivery that surely did not arrive. */
  public void notAsked(Tx tx, Delivery delivery) {
    tx.sql(AskingSql.class)
        .askedAt(delivery.id())
        .ifPresent(
            at -> {
              tx.sql(AskingSql.class).notAsked(delivery.id());
              attention.notAsked(tx, delivery.member(), at);
            });
  }

  /** What nobody can tell of goes again as the same ask, not as one more; that one counts it. */
  void takeBackUnknown(Tx tx, long broadcast, Instant now) {
    LocalDate week = AttentionChoices.week(now);
    tx.sql(AskingSql.class)
        .takeBackUnknown(broadcast, week, week.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  static String code(Timing.Reason why) {
    return why.name().toLowerCase(Locale.ROOT);
  }
}
