package io.herald.campaign;

import io.herald.campaign.OutcomeBatchSql.Due;
import io.herald.campaign.OutcomeBatchSql.Row;
import io.herald.records.Entry;
import io.herald.records.Records;
import io.herald.store.Tx;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Records what came of deliveries, wordings given among it: an entry for up to a thousand, with the
 * hash of their rows. An entry for each would be a hundred thousand for one push.
 */
public final class OutcomeBatches {
  static final int FULL = 1_000;

  /** One transaction records no more than this, and the next look goes on. */
  private static final int BATCHES = 5;

  /** What did not fill a batch waits no longer. */
  private static final Duration LONGEST = Duration.ofHours(1);

  private static final int SALT_BYTES = 16;

  private final Records records;
  private final SecureRandom random;
  private final InstantSource clock;

  public OutcomeBatches(Records records, SecureRandom random, InstantSource clock) {
    this.records = records;
    this.random = random;
    this.clock = clock;
  }

  /** Records what is due; says how many outcomes. */
  public int record(Tx tx) {
    var sql = tx.sql(OutcomeBatchSql.class);
    int batches = 0;
    int recorded = 0;
    for (Due broadcast :
        sql.due(FULL, clock.instant().minus(LONGEST).truncatedTo(ChronoUnit.MILLIS))) {
      List<Row> rows = sql.next(broadcast.id(), FULL);
      while (!rows.isEmpty() && batches < BATCHES) {
        records.append(
            tx,
            Entry.of("broadcast_outcomes", null, "post/" + broadcast.post())
                .with("broadcast", broadcast.id()),
            rows.stream().map(this::said).toList());
        sql.done(broadcast.id(), rows.stream().map(Row::id).toList());
        batches++;
        recorded += rows.size();
        rows = rows.size() < FULL ? List.of() : sql.next(broadcast.id(), FULL);
      }
    }
    return recorded;
  }

  private Map<String, Object> said(Row row) {
    var said = new TreeMap<String, Object>();
    said.put("member", row.member());
    said.put("state", DeliveryState.of(row.state()).name().toLowerCase(Locale.ROOT));
    if (row.reason() != null) {
      said.put("reason", row.reason());
    }
    if (row.endedAt() != null) {
      said.put("at", row.endedAt().toString());
    }
    var wordings = new TreeMap<String, Object>();
    put(wordings, "linkedin", row.linkedin());
    put(wordings, "x", row.x());
    put(wordings, "facebook", row.facebook());
    said.put("wordings", wordings);
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    said.put("salt", HexFormat.of().formatHex(salt));
    return said;
  }

  private static void put(Map<String, Object> wordings, String network, @Nullable Integer given) {
    if (given != null) {
      wordings.put(network, given);
    }
  }
}
