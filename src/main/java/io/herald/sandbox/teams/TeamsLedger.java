package io.herald.sandbox.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/** What the double was asked to do, as long as the process runs. */
public final class TeamsLedger {
  private static final Set<String> SENDING =
      Set.of("sendToConversation", "replyToActivity", "createConversation");

  private final InstantSource clock;
  private final List<TeamsCall> calls = new CopyOnWriteArrayList<>();
  private final List<Refused> refused = new CopyOnWriteArrayList<>();
  private final Map<String, LongAdder> asked = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> unanswered = new ConcurrentHashMap<>();

  TeamsLedger(InstantSource clock) {
    this.clock = clock;
  }

  /** A call that was refused. */
  public record Refused(String operation, int status, String code, String words) {}

  synchronized void accepted(String operation, String place, String id, JsonNode body) {
    calls.add(new TeamsCall(calls.size() + 1L, operation, place, id, body, clock.instant()));
  }

  void refused(String operation, ConnectorError error) {
    refused.add(
        new Refused(operation, error.status(), error.code(), String.valueOf(error.getMessage())));
  }

  void asked(String operation) {
    asked.computeIfAbsent(operation, any -> new LongAdder()).increment();
  }

  /** A call got no answer from which it could be told whether it was carried out. */
  void unanswered(String operation, String place) {
    unanswered.computeIfAbsent(operation, any -> ConcurrentHashMap.newKeySet()).add(place);
  }

  /** Every accepted call, oldest first. */
  public List<TeamsCall> calls() {
    return List.copyOf(calls);
  }

  /** The accepted calls of one operation, oldest first. */
  public List<TeamsCall> calls(String operation) {
    return calls.stream().filter(call -> call.operation().equals(operation)).toList();
  }

  /** Every call that the double refused, oldest first. */
  public List<Refused> refusals() {
    return List.copyOf(refused);
  }

  /** How often the operation was asked for, refusals and faults included. */
  public long attempts(String operation) {
    LongAdder count = asked.get(operation);
    return count == null ? 0 : count.sum();
  }

  /** The places of which a call got no answer that tells whether it was carried out. */
  public Set<String> unanswered(String operation) {
    return Set.copyOf(unanswered.getOrDefault(operation, Set.of()));
  }

  /** Cards that were sent more than once to the same place, as they were sent again. */
  public List<TeamsCall> duplicates() {
    Map<String, JsonNode> seen = new HashMap<>();
    return calls.stream()
        .filter(call -> SENDING.contains(call.operation()) && call.card().isObject())
        .filter(call -> seen.put(call.place() + " " + call.card(), call.card()) != null)
        .toList();
  }
}
