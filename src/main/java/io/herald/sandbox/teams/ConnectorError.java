package io.herald.sandbox.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.sandbox.Json;

/**
 * A call that the connector refuses. The codes are those of "Status codes from bot conversational
 * APIs" in Teams' documentation.
 */
final class ConnectorError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final transient ObjectNode body;

  ConnectorError(int status, String code, String words) {
    this(status, code, words, body(code, words));
  }

  ConnectorError(int status, String code, String words, ObjectNode body) {
    super(status + " " + code + ": " + words, null, false, false);
    this.status = status;
    this.code = code;
    this.body = body;
  }

  static ConnectorError badArgument(String words) {
    return new ConnectorError(400, "BadArgument", words);
  }

  static ObjectNode body(String code, String words) {
    ObjectNode body = Json.object();
    body.putObject("error").put("code", code).put("message", words);
    if (code.equals("MessageWritesBlocked") || code.equals("ConversationBlockedByUser")) {
      body.put("subCode", "MessageWritesBlocked");
    }
    return body;
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  ObjectNode body() {
    return body;
  }
}
