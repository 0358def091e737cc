package io.herald.sandbox.teams;

/**
 * A channel of the tenant's one team.
 *
 * @param id {@code 19:…@thread.tacv2}
 */
public record TeamsChannel(String id, String name) {}
