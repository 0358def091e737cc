package io.herald.chaos;

import io.herald.store.Database;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Reads the database beside Herald, however often it is away, and waits for what comes of it. */
final class Witness implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Database database;

  Witness(String url) {
    database = Database.open(url);
  }

  long deliveries() {
    return ask(ChaosSql::deliveries);
  }

  long ended() {
    return ask(ChaosSql::ended);
  }

  /** The cards that a node was sending when it was killed. */
  List<Long> sending(long node) {
    return ask(sql -> sql.sending(node));
  }

  List<PostCard> cards() {
    return ask(ChaosSql::cards);
  }

  /** Waits as long as it takes, but not when nothing has come of anything for minutes. */
  void await(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    long ended = 0;
    while (!holds.getAsBoolean()) {
      long now = ended();
      if (now > ended) {
        ended = now;
        end = System.nanoTime() + PATIENCE.toNanos();
      }
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "waited in vain for " + what + "\n" + String.join("\n", ask(ChaosSql::standing)));
      }
      pause();
    }
  }

  private <T> T ask(Function<ChaosSql, T> question) {
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (true) {
      try {
        return database.inTransaction(tx -> question.apply(tx.sql(ChaosSql.class)));
      } catch (RuntimeException away) {
        if (System.nanoTime() > end) {
          throw away;
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
