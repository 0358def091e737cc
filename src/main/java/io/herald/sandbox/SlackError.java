package io.herald.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.sandbox.blockkit.Problem;
import java.util.List;

/** An answer of the Web API that begins with {@code "ok": false}. */
final class SlackError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ObjectNode body;

  SlackError(String code) {
    this(code, Json.object());
  }

  private SlackError(String code, ObjectNode more) {
    super(code + (more.isEmpty() ? "" : " " + more), null, false, false);
    this.body = Json.object().put("ok", false).put("error", code);
    this.body.setAll(more);
  }

  static SlackError missingScope(String needed, Token token) {
    return new SlackError(
        "missing_scope",
        Json.object().put("needed", needed).put("provided", String.join(",", token.scopes())));
  }

  /** As Slack tells what is wrong with blocks: each sentence twice, once marked as an error. */
  static SlackError invalid(String code, List<Problem> problems) {
    ObjectNode more = Json.object();
    ArrayNode errors = more.putArray("errors");
    ArrayNode messages = more.putObject("response_metadata").putArray("messages");
    for (Problem problem : problems) {
      errors.add(problem.toString());
      messages.add("[ERROR] " + problem);
    }
    return new SlackError(code, more);
  }

  static SlackError arguments(String message) {
    ObjectNode more = Json.object();
    more.putObject("response_metadata").putArray("messages").add("[ERROR] " + message);
    return new SlackError("invalid_arguments", more);
  }

  String code() {
    return body.path("error").asText();
  }

  ObjectNode body() {
    return body;
  }
}
