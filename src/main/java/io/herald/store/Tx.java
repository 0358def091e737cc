package io.herald.store;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * One transaction under way. Features attach their SQL to it, so that a fact and its record are
 * written together or not at all. Used by one thread.
 */
public final class Tx {
  private final Handle handle;
  private final Runnable tellChange;
  private final List<Runnable> afterCommit = new ArrayList<>();

  Tx(Handle handle, Runnable tellChange) {
    this.handle = handle;
    this.tellChange = tellChange;
  }

  /** A feature's SQL interface, attached to this transaction. */
  public <T> T sql(Class<T> type) {
    return handle.attach(type);
  }

  /** Runs once the transaction is durable; never when it was undone. Must not throw. */
  public void afterCommit(Runnable action) {
    afterCommit.add(action);
  }

  /** This node's memories are told as soon as the change is durable; other nodes see the number. */
  void changed() {
    if (!afterCommit.contains(tellChange)) {
      afterCommit.add(0, tellChange);
    }
  }

  void committed() {
    afterCommit.forEach(Runnable::run);
  }
}
