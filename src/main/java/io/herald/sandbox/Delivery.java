package io.herald.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/**
 * A request that was sent to the app, and what came back.
 *
 * @param status 0 if nothing came back: not reached, closed, or too late
 * @param answer the body; for status 0 what went wrong, in Slack's word ("operation_timeout")
 */
public record Delivery(
    String contentType, String body, int status, String answer, String answerType, Duration took) {

  /** Whether the app took it. */
  public boolean ok() {
    return status == 200;
  }

  /** The answer as JSON, if it is an object. */
  public Optional<JsonNode> json() {
    return Json.parse(answer).filter(JsonNode::isObject);
  }
}
