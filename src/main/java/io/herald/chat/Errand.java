package io.herald.chat;

import io.herald.outbox.Work;
import io.herald.store.Tx;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Does one kind of the outbox's work, over the network and outside any transaction. */
interface Errand {

  /**
   * Does it.
   *
   * @throws PlatformFailure where the platform did not; whoever calls decides by its kind
   */
  Result run(Work work);

  /**
   * Decides and notes what comes before the call, and returns the call, which is made within a
   * tenth of a second: so those that go one after the other begin together. What has nothing to
   * share does it all when it is called.
   */
  default Supplier<Result> begin(Work work) {
    return () -> run(work);
  }

  /** Says what work deals with, where a transaction is shared with other work. */
  default void ahead(Tx tx, Work work) {}

  /**
   * What came of it.
   *
   * @param store writes that down, in the transaction that takes the work out
   * @param again after which time it is to be tried again; none when it is done
   * @param tried whether it was tried at all; where it only waits for its turn, it was not
   */
  record Result(Consumer<Tx> store, @Nullable Duration again, boolean tried) {
    Result(Consumer<Tx> store, @Nullable Duration again) {
      this(store, again, true);
    }

    static Result done() {
      return new Result(tx -> {}, null);
    }

    static Result done(Consumer<Tx> store) {
      return new Result(store, null);
    }

    static Result again(Duration wait) {
      return new Result(tx -> {}, wait);
    }

    /** It is not its turn yet. */
    static Result later(Duration wait) {
      return new Result(tx -> {}, wait, false);
    }

    /** The same, and something more to write down first. */
    Result after(Consumer<Tx> first) {
      return new Result(first.andThen(store), again, tried);
    }
  }
}
