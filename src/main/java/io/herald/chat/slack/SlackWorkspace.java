package io.herald.chat.slack;

import org.jspecify.annotations.Nullable;

/**
 * Which workspace Herald serves, by its token.
 *
 * @param app the app's id, where Slack tells
 * @param bot Herald's own user there
 */
public record SlackWorkspace(String team, @Nullable String app, String bot, String url) {}
