package io.herald.share;

import java.net.URI;

/** The addresses of share links and tracked links under Herald's public address. */
public final class ShareLinks {
  private final String base;

  /**
   * @param publicUrl where the world reaches Herald; a slash at its end is ignored
   */
  public ShareLinks(URI publicUrl) {
    this.base = publicUrl.toString().replaceAll("/+$", "");
  }

  /** Leads the member that the token names to the network's composer. */
  public String share(String token) {
    return base + "/s/" + token;
  }

  /** What the public opens. */
  public String tracked(String token) {
    return base + "/c/" + token;
  }

  /** Where a person fetches a file that they asked for. */
  public String download(String token) {
    return base + "/x/" + token;
  }

  /** Just as long as a tracked link, for counting a text before anybody has shared it. */
  public String trackedToCome() {
    return tracked("x".repeat(TrackedTokens.LENGTH));
  }
}
