package io.herald.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What pieces of work that share a transaction read and write together: a statement for each of
 * them costs several times what its rows do.
 */
final class Many {
  private final Map<Alike, Object> alike = new HashMap<>();
  private final Map<Class<?>, TreeSet<Long>> dealtWith = new HashMap<>();
  private final Map<Alike, Map<Long, ?>> known = new HashMap<>();
  private final Map<Class<?>, Batch<?>> rows = new LinkedHashMap<>();

  /** What is read, and which of its kind. */
  private record Alike(Class<?> kind, Object which) {}

  /** Rows of one class, and who writes them. */
  private record Batch<R>(List<R> rows, BiConsumer<Tx, List<R>> write) {
    void write(Tx tx) {
      write.accept(tx, rows);
    }
  }

  @SuppressWarnings("unchecked") // Whoever reads a kind reads it as one type.
  <T> T alike(Class<?> kind, Object which, Supplier<T> read) {
    return (T) alike.computeIfAbsent(new Alike(kind, which), absent -> read.get());
  }

  void dealsWith(Class<?> kind, Collection<Long> ids) {
    dealtWith.computeIfAbsent(kind, first -> new TreeSet<>()).addAll(ids);
  }

  <T> Optional<T> read(
      Class<?> kind, long id, Object what, Function<List<Long>, Map<Long, T>> read) {
    TreeSet<Long> dealt = dealtWith.getOrDefault(kind, new TreeSet<>());
    if (!dealt.contains(id)) {
      return Optional.ofNullable(read.apply(List.of(id)).get(id));
    }
    Map<Long, T> found = known(kind, what);
    if (!found.containsKey(id)) {
      List<Long> unknown = dealt.stream().filter(each -> !found.containsKey(each)).toList();
      Map<Long, T> more = read.apply(evened(unknown));
      unknown.forEach(each -> found.put(each, more.get(each)));
    }
    return Optional.ofNullable(found.get(id));
  }

  <T> void isNow(Class<?> kind, long id, Object what, T value) {
    if (dealtWith.getOrDefault(kind, new TreeSet<>()).contains(id)) {
      this.<T>known(kind, what).put(id, value);
    }
  }

  @SuppressWarnings("unchecked") // Whoever reads something reads it as one type.
  private <T> Map<Long, T> known(Class<?> kind, Object what) {
    return (Map<Long, T>) known.computeIfAbsent(new Alike(kind, what), first -> new HashMap<>());
  }

  /**
   * As many as the next power of two, the last one repeated: so there are few lengths of lists, and
   * the statement of each is one that the database knows.
   */
  private static List<Long> evened(List<Long> ids) {
    var even = new ArrayList<>(ids);
    int size = Integer.highestOneBit(2 * ids.size() - 1);
    even.addAll(Collections.nCopies(size - ids.size(), ids.get(ids.size() - 1)));
    return even;
  }

  @SuppressWarnings("unchecked") // A class of rows is written by one writer.
  <R> void write(R row, BiConsumer<Tx, List<R>> write) {
    var ofItsClass =
        (Batch<R>)
            rows.computeIfAbsent(row.getClass(), first -> new Batch<>(new ArrayList<>(), write));
    ofItsClass.rows().add(row);
  }

  boolean hasMore() {
    return !rows.isEmpty();
  }

  void writeAll(Tx tx) {
    List<Batch<?>> all = List.copyOf(rows.values());
    rows.clear();
    all.forEach(each -> each.write(tx));
  }
}
