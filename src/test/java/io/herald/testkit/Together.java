package io.herald.testkit;

import io.herald.store.Database;
import io.herald.store.GroupCommit;
import io.herald.store.Tx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/** Work that shares its transaction, as that of a broadcast does. */
public final class Together {
  private Together() {}

  /**
   * Does work in a transaction that it shares with a piece that does nothing, as {@link
   * GroupCommit#inTransaction(Consumer, Function)} does.
   */
  public static <T> T withAnother(Database database, Consumer<Tx> ahead, Function<Tx, T> work) {
    var group = new GroupCommit(database, 2, Duration.ofMinutes(5));
    var another = CompletableFuture.runAsync(() -> group.run(tx -> {}, tx -> {}));
    T result = group.inTransaction(ahead, work);
    another.join();
    return result;
  }
}
