package io.herald.share;

import io.herald.network.MastodonServer;
import io.herald.network.Network;
import io.herald.post.Freedom;
import io.herald.post.Revision;
import java.util.Optional;

/** What pressing a share link comes to. */
sealed interface Pressed {

  /** No link of ours, or of a post that nobody could share yet. */
  record Unknown() implements Pressed {}

  /** The member left the organisation, or was erased. */
  record Ended() implements Pressed {}

  /** The share window is over. */
  record Expired() implements Pressed {}

  record Withdrawn(String why) implements Pressed {}

  /**
   * The member can share.
   *
   * @param text what they post, with the link that they post
   * @param ownWords whether the words are the member's own
   * @param server the member's Mastodon server, where the network is Mastodon and it is known
   */
  record Ready(
      Network network,
      Revision revision,
      ShareText text,
      boolean ownWords,
      Optional<MastodonServer> server)
      implements Pressed {

    /** Whether the member writes from facts, and there are no words to post as they are. */
    boolean talkingPoints() {
      return revision.content().freedom() == Freedom.TALKING_POINTS && !ownWords;
    }
  }
}
