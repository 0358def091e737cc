package io.herald.post;

import java.util.List;

/**
 * What a post is about and what members follow.
 *
 * @param retired no longer offered; what was written under it stays
 */
public record Topic(long id, String name, boolean retired) {

  /** A step of a topic's review; without deciders any approver decides it. */
  public record Stage(int position, String name, List<Decider> deciders) {}

  /** An account or a user group, by the platform's id. */
  public record Decider(long workspace, String platformId, boolean isGroup) {}

  /** A channel at which a topic is pointed. */
  public record Channel(long workspace, String channel) {}
}
