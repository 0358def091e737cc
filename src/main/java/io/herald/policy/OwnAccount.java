package io.herald.policy;

import io.herald.network.Network;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member's own account on a network.
 *
 * @param bio the line that they say they put there; none where they have not said so
 * @param placedAt when they said so
 */
public record OwnAccount(
    Network network, AccountKind kind, @Nullable String bio, @Nullable Instant placedAt) {}
