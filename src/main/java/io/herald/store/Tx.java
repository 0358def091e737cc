package io.herald.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One transaction under way. Features attach their SQL to it, so that a fact and its record are
 * written together or not at all. Used by one thread.
 */
public final class Tx {
  private final KeptHandles.Kept handle;
  private final Runnable tellChange;
  private final Map<Class<?>, Object> memory = new HashMap<>();
  private final List<Runnable> afterCommit = new ArrayList<>();
  private final Map<Class<?>, AtEnd> atEnd = new LinkedHashMap<>();
  private @Nullable Many many;

  Tx(KeptHandles.Kept handle, Runnable tellChange) {
    this.handle = handle;
    this.tellChange = tellChange;
  }

  /** A feature's SQL interface, attached to this transaction. */
  public <T> T sql(Class<T> type) {
    return handle.sql(type);
  }

  /** What is remembered for as long as this transaction lasts, by its type; made at first. */
  public <T> T remembered(Class<T> type, Supplier<T> made) {
    return type.cast(memory.computeIfAbsent(type, absent -> made.get()));
  }

  /**
   * What many pieces of work that share a transaction ask for alike, and none of them changes: read
   * once for all of them, so never older than the transaction. In a transaction of one piece it is
   * read each time.
   */
  public <T> T alike(Class<?> kind, Object which, Supplier<T> read) {
    return many == null ? read.get() : many.alike(kind, which, read);
  }

  /**
   * Some of a kind with which the pieces of work that share this transaction deal: whatever is
   * {@link #read} of one of them is read of all at once. In a transaction of one piece it has no
   * effect.
   */
  public void dealsWith(Class<?> kind, Collection<Long> ids) {
    if (many != null) {
      many.dealsWith(kind, ids);
    }
  }

  /**
   * What is to be known of one of a kind. Of those with which this transaction deals it is read
   * together, when it is first asked for, and remembered; of others it is read each time.
   *
   * @param what tells it from all else that is read of the kind
   * @param read reads it of several, by their ids; an id may stand in the list more than once
   */
  public <T> Optional<T> read(
      Class<?> kind, long id, Object what, Function<List<Long>, Map<Long, T>> read) {
    return many == null
        ? Optional.ofNullable(read.apply(List.of(id)).get(id))
        : many.read(kind, id, what, read);
  }

  /**
   * Whether one of a kind is among those of which something holds; read as {@link #read} reads.
   *
   * @param among of several, by their ids, those of which it does
   */
  public boolean isAmong(
      Class<?> kind, long id, Object what, Function<List<Long>, List<Long>> among) {
    return read(kind, id, what, ids -> Keyed.by(found -> found, among.apply(ids))).isPresent();
  }

  /** This transaction changed what it had {@link #read} of one of a kind; it is so from now on. */
  public <T> void isNow(Class<?> kind, long id, Object what, T value) {
    if (many != null) {
      many.isNow(kind, id, what, value);
    }
  }

  /**
   * Writes something that nothing else in this transaction reads: at once, or where many pieces of
   * work share it, together with what the others write of its class, at the end.
   *
   * @param write writes several, in the order in which they were given
   */
  public <R> void write(R row, BiConsumer<Tx, List<R>> write) {
    if (many == null) {
      write.accept(this, List.of(row));
    } else {
      many.write(row, write);
    }
  }

  /** Many pieces of work share this transaction. */
  void takesMany() {
    many = new Many();
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
    do {
      if (many != null) {
        many.writeAll(this);
      }
      List<AtEnd> gathered = List.copyOf(atEnd.values());
      atEnd.clear();
      gathered.forEach(each -> each.write(this));
    } while (!atEnd.isEmpty() || (many != null && many.hasMore()));
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
