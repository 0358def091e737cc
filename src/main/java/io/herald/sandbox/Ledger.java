package io.herald.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
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
  private final List<String> asked = new CopyOnWriteArrayList<>();

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
    asked.add(method);
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
    return asked.stream().filter(method::equals).count();
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
