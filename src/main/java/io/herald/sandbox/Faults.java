package io.herald.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a double is told to get wrong, by method ("chat.postMessage"; "hook" for response URLs;
 * Teams' operations are named in its own double).
 */
public final class Faults {
  /** Decides about each call for itself. */
  public interface Weather {
    /** What a call of the method to a channel or person meets. */
    Fault over(String method, String channel);
  }

  private final Map<String, Deque<Fault>> next = new HashMap<>();
  private final Map<String, Fault> always = new HashMap<>();
  private @Nullable Weather weather;

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

  /** Whatever meets no other fault meets what the weather brings. */
  public synchronized void weather(Weather changing) {
    weather = changing;
  }

  /** Nothing goes wrong any more. */
  public synchronized void clear() {
    weather = null;
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
    if (!next.isEmpty()) {
      for (String which : List.of(to(channel.get(), method), method)) {
        Deque<Fault> line = next.get(which);
        if (line != null && !line.isEmpty()) {
          return line.removeFirst();
        }
      }
    }
    Fault fault = always.get(method);
    if (fault != null) {
      return fault;
    }
    return weather == null ? Fault.none() : weather.over(method, channel.get());
  }
}
