package io.herald.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One method of the Web API: the answer without {@code ok}, or a {@link SlackError}. */
interface Method {
  ObjectNode call(Args args, Token token);

  /** The same method for those who hold the scope. */
  default Method needing(String scope) {
    return (args, token) -> {
      token.needs(scope);
      return call(args, token);
    };
  }
}
