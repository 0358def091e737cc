package io.herald.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/**
 * What the double was asked to do. Accepted calls are kept with the workspace; refused ones and
 * those that met a fault only as long as the process runs.
 */
public final class Ledger {
  private static final String SHELF = "calls";

  private final Shelves shelves;
  private final InstantSource clock;
  private final List<Refused> refused = new CopyOnWriteArrayList<>();
  private final Map<String, LongAdder> asked = new ConcurrentHashMap<>();
  private final Set<String> unanswered = ConcurrentHashMap.newKeySet();

  Ledger(Shelves shelves, InstantSource clock) {
    this.shelves = shelves;
    this.clock = clock;
  }

  /**
   * A call that got {@code "ok": false}.
   *
   * @param answer the whole answer
   */
  public record Refused(String method, String error, JsonNode args, JsonNode answer) {
    /** The method and the error, without the arguments, which are long. */
    @Override
    public String toString() {
      return method + ": " + error + " " + answer.path("errors");
    }
  }

  void accepted(String method, JsonNode args, List<Ping> pings) {
    synchronized (shelves) {
      long number = shelves.lastKey(SHELF).map(Long::parseLong).orElse(0L) + 1;
      Call call = new Call(number, method, args, clock.instant(), pings);
      shelves.put(SHELF, String.format("%012d", number), call.toJson());
    }
  }

  void refused(String method, JsonNode args, SlackError error) {
    refused.add(new Refused(method, error.code(), args, error.body()));
  }

  void asked(String method) {
    asked.computeIfAbsent(method, any -> new LongAdder()).increment();
  }

  /** A call got no answer from which it could be told whether it was carried out. */
  void unanswered(JsonNode args) {
    Call.deliveryId(args).ifPresent(unanswered::add);
  }

  /** Every accepted call, oldest first. */
  public List<Call> calls() {
    return shelves.all(SHELF).stream().map(Call::fromJson).toList();
  }

  /** The accepted calls of one method, oldest first. */
  public List<Call> calls(String method) {
    return calls().stream().filter(call -> call.method().equals(method)).toList();
  }

  /** Every call that the double refused, oldest first. */
  public List<Refused> refusals() {
    return List.copyOf(refused);
  }

  /** How often the method was asked for, refusals and faults included. */
  public long attempts(String method) {
    LongAdder count = asked.get(method);
    return count == null ? 0 : count.sum();
  }

  /** The delivery ids of which a call got no answer that tells whether it was carried out. */
  public Set<String> unanswered() {
    return Set.copyOf(unanswered);
  }

  /** How many messages each delivery id made. */
  public Map<String, Long> deliveries() {
    return calls("chat.postMessage").stream()
        .flatMap(call -> call.deliveryId().stream())
        .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
  }

  /** The delivery ids that made more than one message. */
  public List<String> duplicates() {
    return deliveries().entrySet().stream()
        .filter(each -> each.getValue() > 1)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** Every notification that any message set off. */
  public List<Ping> pings() {
    return calls().stream().flatMap(call -> call.pings().stream()).toList();
  }
}
