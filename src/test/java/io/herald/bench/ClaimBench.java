package io.herald.bench;

import io.herald.outbox.Lane;
import io.herald.outbox.Work;
import io.herald.store.Database;
import io.herald.store.Tx;
import io.herald.testkit.House;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What it costs to claim a hundred pieces of work while many wait. */
final class ClaimBench implements Benchmark {
  private static final int CLAIM = 100;

  private final AtomicLong put = new AtomicLong();

  @Override
  public String name() {
    return "claim";
  }

  @Override
  public String about() {
    return "claims of 100 due rows with a million waiting, beside ten thousand";
  }

  @Override
  public List<Figure> run(boolean brief) {
    int few = brief ? 1_000 : 10_000;
    int many = brief ? 20_000 : 1_000_000;
    int claims = brief ? 30 : 500;
    var figures = new ArrayList<Figure>();
    for (Store store : Store.values()) {
      try (var house = new House(Database.open(store.url()))) {
        fill(house, few);
        claims(house, claims / 5);
        Quantiles small = claims(house, claims);
        fill(house, many - few);
        claims(house, claims / 5);
        Quantiles large = claims(house, claims);
        double most = store == Store.H2_FILE ? 25 : 10;
        figures.add(
            new Figure(
                "claim of 100 with " + many + " waiting, " + store.label,
                large.toString(),
                small + " with " + few,
                String.format("%.2f", large.millis(0.5) / small.millis(0.5)),
                "p50 at most 1.3 times; p99 under " + (int) most + " ms",
                large.millis(0.5) <= 1.3 * small.millis(0.5) && large.millis(0.99) < most));
      }
    }
    return figures;
  }

  private void fill(House house, int pieces) {
    house.run(tx -> put(house, tx, pieces));
    house.run(tx -> tx.sql(BenchSql.class).analyze());
  }

  private void put(House house, Tx tx, int pieces) {
    long last = put.addAndGet(pieces);
    tx.sql(BenchSql.class).work(last - pieces + 1, last, house.clock.instant());
  }

  /** Claims, and puts as many back in as were claimed, so that as many wait as before. */
  private Quantiles claims(House house, int times) {
    var took = new long[times];
    for (int i = 0; i < times; i++) {
      long began = System.nanoTime();
      List<Work> claimed = house.claim(Lane.BULK, CLAIM);
      took[i] = System.nanoTime() - began;
      if (claimed.size() != CLAIM) {
        throw new IllegalStateException(claimed.size() + " claimed");
      }
      house.run(
          tx -> {
            claimed.forEach(work -> house.outbox.done(tx, work));
            put(house, tx, CLAIM);
          });
      house.clock.advance(Duration.ofMillis(1));
    }
    return new Quantiles(took);
  }
}
