package io.herald.members;

/**
 * Somebody's account on a platform, by the platform's own ids.
 *
 * @param workspace a Slack team or Teams tenant
 * @param user the platform's id of the user there
 */
public record Account(Platform platform, String workspace, String user) {}
