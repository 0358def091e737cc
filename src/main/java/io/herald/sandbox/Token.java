package io.herald.sandbox;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bot token and what it may do.
 *
 * @param trouble the error that each call with it gets ("token_revoked"); null if it is good
 */
public record Token(String value, List<String> scopes, @Nullable String trouble) {

  /** A good token with these scopes. */
  public static Token of(String value, List<String> scopes) {
    return new Token(value, List.copyOf(scopes), null);
  }

  /** The same token without one scope. */
  public Token without(String scope) {
    return new Token(value, scopes.stream().filter(each -> !each.equals(scope)).toList(), trouble);
  }

  /** The same token with one scope more. */
  public Token with(String scope) {
    return new Token(
        value,
        java.util.stream.Stream.concat(scopes.stream(), java.util.stream.Stream.of(scope)).toList(),
        trouble);
  }

  /** The same token, refused with the error: {@code token_revoked}, {@code account_inactive}. */
  public Token refusedWith(String error) {
    return new Token(value, scopes, error);
  }

  boolean may(String scope) {
    return scopes.contains(scope);
  }

  void needs(String scope) {
    if (!may(scope)) {
      throw SlackError.missingScope(scope, this);
    }
  }

  Optional<String> refusal() {
    return Optional.ofNullable(trouble);
  }
}
