package io.herald.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What was read of several, by which of them it is about: for {@link Tx#read}. */
public final class Keyed {
  private Keyed() {}

  /** One for each; where there are several, the first. */
  public static <T> Map<Long, T> by(Function<T, Long> which, List<T> rows) {
    var keyed = new HashMap<Long, T>();
    rows.forEach(row -> keyed.putIfAbsent(which.apply(row), row));
    return keyed;
  }

  /** Some for each, in their order. */
  public static <R, T> Map<Long, List<T>> listsBy(
      Function<R, Long> which, Function<R, T> what, List<R> rows) {
    var keyed = new HashMap<Long, List<T>>();
    rows.forEach(
        row ->
            keyed
                .computeIfAbsent(which.apply(row), first -> new ArrayList<>())
                .add(what.apply(row)));
    return keyed;
  }
}
