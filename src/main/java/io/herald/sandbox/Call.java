package io.herald.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A call that the double carried out, whether or not its answer arrived.
 *
 * @param args as sent, with structures parsed, without the token
 * @param pings whom the content notified
 */
public record Call(long number, String method, JsonNode args, Instant at, List<Ping> pings) {

  /** The id in {@code metadata.event_payload.delivery_id}, where there is one. */
  public Optional<String> deliveryId() {
    return deliveryId(args);
  }

  static Optional<String> deliveryId(JsonNode args) {
    JsonNode id = args.path("metadata").path("event_payload").path("delivery_id");
    return id.isMissingNode() ? Optional.empty() : Optional.of(id.asText());
  }

  /** An argument as text; empty if absent. */
  public String arg(String name) {
    return args.path(name).asText();
  }

  ObjectNode toJson() {
    ObjectNode json =
        Json.object().put("number", number).put("method", method).put("at", at.toString());
    json.set("args", args);
    for (Ping ping : pings) {
      json.withArray("pings").addObject().put("kind", ping.kind().name()).put("whom", ping.whom());
    }
    return json;
  }

  static Call fromJson(JsonNode json) {
    List<Ping> pings = new ArrayList<>();
    for (JsonNode ping : json.path("pings")) {
      pings.add(
          new Ping(Ping.Kind.valueOf(ping.path("kind").asText()), ping.path("whom").asText()));
    }
    return new Call(
        json.path("number").asLong(),
        json.path("method").asText(),
        json.path("args"),
        Instant.parse(json.path("at").asText()),
        List.copyOf(pings));
  }
}
