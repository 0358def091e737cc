package io.herald.records;

import io.herald.records.ChainSql.Place;
import io.herald.records.ChainSql.Unplaced;
import io.herald.store.Database;
import io.herald.store.Tx;
import java.util.ArrayList;
import java.util.Arrays;

/**
 * Gives committed entries their place in the chain: the next number, and a hash over the hash
 * before and that of the content. Who writes an entry waits for none of it.
 *
 * <p>Any node may try; one at a time does, for as long as its transaction lasts. When that fails or
 * its node is killed, what it had placed has no place, and the next one begins where the chain
 * ended. The order is the sealer's: an entry that was committed late comes late, whatever its id.
 */
public final class Sealer {
  /** So many get their place in one transaction. */
  static final int BATCH = 1_000;

  private final Database database;

  public Sealer(Database database) {
    this.database = database;
  }

  /** The newest entry that has a place, and the chain's hash there; 0 for an empty chain. */
  public record Head(long number, String chainHash) {}

  /** Places all that was committed when it was called, and says where the chain ends then. */
  public Head sealAll() {
    while (waiting() > 0) {
      database.run(tx -> place(tx, tx.sql(ChainSql.class).awaitHead()));
    }
    return head();
  }

  /** Places up to a batch; says how many, which is 0 too while another one is at it. */
  int seal() {
    // Without work nothing is locked: on H2 a commit is dear, even one of a lock.
    return waiting() == 0 ? 0 : database.inTransaction(this::seal);
  }

  int seal(Tx tx) {
    return tx.sql(ChainSql.class).lockHead().map(head -> place(tx, head)).orElse(0);
  }

  public Head head() {
    return database.inTransaction(
        tx -> {
          ChainSql.Head head = tx.sql(ChainSql.class).head();
          return new Head(head.number(), head.chainHash());
        });
  }

  /** How many entries wait, as far as a batch. */
  private int waiting() {
    return database.inTransaction(tx -> tx.sql(ChainSql.class).unplaced(BATCH));
  }

  private static int place(Tx tx, ChainSql.Head head) {
    var sql = tx.sql(ChainSql.class);
    long number = head.number();
    String hash = head.chainHash();
    var places = new ArrayList<Place>();
    for (Unplaced entry : sql.next(BATCH)) {
      number++;
      hash = Sha256.link(hash, entry.contentHash());
      places.add(new Place(entry.id(), number, hash));
    }
    if (places.isEmpty()) {
      return 0;
    }
    if (Arrays.stream(sql.place(places)).sum() != places.size()) {
      throw new IllegalStateException("An entry has a place already");
    }
    if (sql.advance(head.number(), number, hash) != 1) {
      throw new IllegalStateException("The chain grew while its head was locked");
    }
    return places.size();
  }
}
