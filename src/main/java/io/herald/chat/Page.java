package io.herald.chat;

import io.herald.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * One page of a list.
 *
 * @param skip how many stand before it
 * @param more whether others come after it
 */
record Page<T>(int skip, int size, List<T> items, boolean more) {
  /** How many a list in a message shows at a time. */
  static final int TEN = 10;

  /** No list is turned further than this, whatever a button says. */
  private static final int FURTHEST = 1_000_000;

  Page {
    items = List.copyOf(items);
  }

  /** Gets some of a list. */
  interface Source<T> {
    List<T> get(int skip, int most);
  }

  /** A page; the first where the list has become too short for the one that was asked for. */
  static <T> Page<T> of(int skip, int size, Source<T> source) {
    int from = Math.max(0, Math.min(skip, FURTHEST));
    List<T> found = source.get(from, size + 1);
    if (found.isEmpty() && from > 0) {
      return of(0, size, source);
    }
    boolean more = found.size() > size;
    return new Page<>(from, size, more ? found.subList(0, size) : found, more);
  }

  /** The buttons that turn the page of a list that begins with the newest. */
  List<Choice> turning(IntFunction<Intent> at) {
    return turning("older", "newer", at);
  }

  /** The same for a list that begins with the oldest. */
  List<Choice> turningFromOldest(IntFunction<Intent> at) {
    return turning("newer", "older", at);
  }

  private List<Choice> turning(String onward, String back, IntFunction<Intent> at) {
    var choices = new ArrayList<Choice>();
    if (more) {
      choices.add(Choice.of(Words.say(onward), at.apply(skip + size)));
    }
    if (skip > 0) {
      choices.add(Choice.of(Words.say(back), at.apply(Math.max(0, skip - size))));
    }
    return choices;
  }
}
