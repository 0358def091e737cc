package io.herald.settings;

import java.net.URI;
import java.util.Optional;

/**
 * How Herald speaks to its Slack workspace.
 *
 * @param apiUrl where the Web API is, ending with {@code /api/}; empty for Slack's own
 */
public record SlackSettings(Secret botToken, Secret signingSecret, Optional<URI> apiUrl) {}
