package io.herald.chat.slack;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the token may do. Slack names it in the header {@code X-OAuth-Scopes} of its answers; as
 * long as it named nothing, one try tells.
 */
final class SlackGrants {
  private volatile @Nullable Set<String> named;
  private final Set<String> refused = ConcurrentHashMap.newKeySet();

  void named(@Nullable String header) {
    if (header != null && !header.isBlank()) {
      named = Arrays.stream(header.split(",")).map(String::strip).collect(Collectors.toSet());
    }
  }

  /** Slack refused a call for want of this. */
  void refused(String scope) {
    if (!scope.isEmpty()) {
      refused.add(scope);
    }
  }

  /** Whether the token has a scope, as far as anybody has told. */
  boolean mayHave(String scope) {
    Set<String> known = named;
    return known == null ? !refused.contains(scope) : known.contains(scope);
  }
}
