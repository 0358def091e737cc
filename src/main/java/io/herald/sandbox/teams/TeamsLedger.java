package io.herald.sandbox.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the double was asked to do, as long as the process runs. */
public final class TeamsLedger {
  private static final Set<String> SENDING =
      Set.of("sendToConversation", "replyToActivity", "createConversation");

  private final InstantSource clock;
  private final List<TeamsCall> calls = new CopyOnWriteArrayList<>();
  private final List<Refused> refused = new CopyOnWriteArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

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
    asked.add(operation);
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
    return asked.stream().filter(operation::equals).count();
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
