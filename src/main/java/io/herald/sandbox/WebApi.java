package io.herald.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The Web API without its transport: from a method's name and arguments to the answer. */
final class WebApi {
  private final Map<String, Method> methods = new HashMap<>();
  private final Map<String, Token> tokens = new ConcurrentHashMap<>();
  private final Shelves shelves;
  private final Ledger ledger;

  WebApi(Shelves shelves, Ledger ledger) {
    this.shelves = shelves;
    this.ledger = ledger;
  }

  Map<String, Method> methods() {
    return methods;
  }

  void accept(Token token) {
    tokens.put(token.value(), token);
  }

  /** Carries the call out, or not, and writes down which. */
  ObjectNode call(String name, Args args, String token) {
    Args kept = args.without("token").parsed();
    try {
      Method method = methods.get(name);
      if (method == null) {
        throw new SlackError("unknown_method");
      }
      Token holder = authorised(token);
      // One lock over the call and its entry: what the ledger lists is what the workspace shows.
      synchronized (shelves) {
        ObjectNode answer = Json.object().put("ok", true);
        answer.setAll(method.call(args, holder));
        ledger.accepted(
            name, kept.values(), name.startsWith("chat.") ? Pings.in(kept) : java.util.List.of());
        return answer;
      }
    } catch (SlackError refused) {
      ledger.refused(name, kept.values(), refused);
      return refused.body();
    }
  }

  private Token authorised(String value) {
    if (value.isEmpty()) {
      throw new SlackError("not_authed");
    }
    Token token = tokens.get(value);
    if (token == null) {
      throw new SlackError("invalid_auth");
    }
    token
        .refusal()
        .ifPresent(
            error -> {
              throw new SlackError(error);
            });
    return token;
  }

  /** What the token may do, as Slack lists it in a header. */
  String scopes(String value) {
    Token token = tokens.get(value);
    return token == null ? "" : String.join(",", token.scopes());
  }
}
