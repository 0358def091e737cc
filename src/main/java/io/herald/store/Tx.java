package io.herald.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * One transaction under way. Features attach their SQL to it, so that a fact and its record are
 * written together or not at all. Used by one thread.
 */
public final class Tx {
  private final Handle handle;
  private final Runnable tellChange;
  private final Map<Class<?>, Object> memory = new HashMap<>();
  private final Map<Alike, Object> alike = new HashMap<>();
  private final Map<Class<?>, Object> attached = new HashMap<>();
  private final List<Runnable> afterCommit = new ArrayList<>();
  private final Map<Class<?>, AtEnd> atEnd = new LinkedHashMap<>();
  private boolean manyPieces;

  Tx(Handle handle, Runnable tellChange) {
    this.handle = handle;
    this.tellChange = tellChange;
  }

  /** A feature's SQL interface, attached to this transaction. */
  public <T> T sql(Class<T> type) {
    // Attaching costs more than most statements.
    return type.cast(attached.computeIfAbsent(type, handle::attach));
  }

  /** What is remembered for as long as this transaction lasts, by its type; made at first. */
  public <T> T remembered(Class<T> type, Supplier<T> made) {
    return type.cast(memory.computeIfAbsent(type, absent -> made.get()));
  }

  /** What is read, and which of its kind. */
  private record Alike(Class<?> kind, Object which) {}

  /**
   * What many pieces of work that share a transaction ask for alike, and none of them changes: read
   * once for all of them, so never older than the transaction. In a transaction of one piece it is
   * read each time.
   */
  @SuppressWarnings("unchecked") // Whoever reads a kind reads it as one type.
  public <T> T alike(Class<?> kind, Object which, Supplier<T> read) {
    return manyPieces
        ? (T) alike.computeIfAbsent(new Alike(kind, which), absent -> read.get())
        : read.get();
  }

  /** Many pieces of work share this transaction. */
  void takesMany() {
    manyPieces = true;
  }

  /** Runs once the transaction is durable; never when it was undone. Must not throw. */
  public void afterCommit(Runnable action) {
    afterCommit.add(action);
  }

  /** What a transaction gathers while it goes on, and writes once, at its end. */
  public interface AtEnd {
    void write(Tx tx);
  }

  /** What is written at the end of this transaction, of a kind: the same one each time. */
  public <T extends AtEnd> T atEnd(Class<T> kind, Supplier<T> first) {
    return kind.cast(atEnd.computeIfAbsent(kind, any -> first.get()));
  }

  void ends() {
    // What is written may be a fact that gathers more.
    while (!atEnd.isEmpty()) {
      List<AtEnd> gathered = List.copyOf(atEnd.values());
      atEnd.clear();
      gathered.forEach(each -> each.write(this));
    }
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
