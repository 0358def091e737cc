package io.herald.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a double is told to get wrong, by method ("chat.postMessage"; "hook" for response URLs;
 * Teams' operations are named in its own double).
 */
public final class Faults {
  private final Map<String, Deque<Fault>> next = new HashMap<>();
  private final Map<String, Fault> always = new HashMap<>();

  /** The next calls of the method meet these faults, one each, after those already waiting. */
  public synchronized void next(String method, Fault... faults) {
    next.computeIfAbsent(method, any -> new ArrayDeque<>()).addAll(List.of(faults));
  }

  /** As {@link #next}, of those calls alone that name this channel or person as where it goes. */
  public synchronized void nextTo(String channel, String method, Fault... faults) {
    next(to(channel, method), faults);
  }

  private static String to(String channel, String method) {
    return method + " to " + channel;
  }

  /** Every call of the method meets the fault once none waits in line. */
  public synchronized void always(String method, Fault fault) {
    always.put(method, fault);
  }

  /** Nothing goes wrong any more. */
  public synchronized void clear() {
    next.clear();
    always.clear();
  }

  /** How many faults of the method still wait in line. */
  public synchronized int waiting(String method) {
    Deque<Fault> line = next.get(method);
    return line == null ? 0 : line.size();
  }

  /**
   * What this call of the method meets.
   *
   * @param channel where the call goes; not asked where nothing goes wrong
   */
  public synchronized Fault take(String method, Supplier<String> channel) {
    if (next.isEmpty()) {
      return always.getOrDefault(method, Fault.none());
    }
    for (String which : List.of(to(channel.get(), method), method)) {
      Deque<Fault> line = next.get(which);
      if (line != null && !line.isEmpty()) {
        return line.removeFirst();
      }
    }
    return always.getOrDefault(method, Fault.none());
  }
}
