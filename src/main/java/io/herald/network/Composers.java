package io.herald.network;

import io.herald.settings.LinkedIn;

/** The addresses that open each network with something to post. */
public final class Composers {
  private final LinkedIn linkedIn;

  public Composers(LinkedIn linkedIn) {
    this.linkedIn = linkedIn;
  }

  public Opening opening(Network network) {
    return switch (network) {
      case X, BLUESKY, THREADS, TELEGRAM, WHATSAPP -> Opening.PREFILL;
      case LINKEDIN -> linkedIn == LinkedIn.COMPOSER ? Opening.PREFILL : Opening.LINK_ONLY;
      case FACEBOOK -> Opening.LINK_ONLY;
      case MASTODON -> Opening.PREFILL_ON_OWN_SERVER;
      case EMAIL -> Opening.MAIL;
      case INSTAGRAM -> Opening.KIT;
    };
  }

  /**
   * The address of the composer, with words and link where it takes them, else with the link.
   *
   * @throws IllegalArgumentException for Mastodon, which needs the member's server
   */
  public String address(Network network, Message message) {
    return switch (network) {
      case LINKEDIN ->
          linkedIn == LinkedIn.COMPOSER
              ? "https://www.linkedin.com/feed/?shareActive=true&text=" + whole(message)
              : "https://www.linkedin.com/sharing/share-offsite/?url=" + link(message);
      case X -> "https://x.com/intent/tweet?text=" + whole(message);
      case FACEBOOK -> "https://www.facebook.com/sharer/sharer.php?u=" + link(message);
      case BLUESKY -> "https://bsky.app/intent/compose?text=" + whole(message);
      case THREADS -> "https://www.threads.com/intent/post?text=" + whole(message);
      case TELEGRAM ->
          "https://t.me/share/url?url="
              + link(message)
              + (message.text().isEmpty() ? "" : "&text=" + Percent.encode(message.text()));
      case WHATSAPP -> "https://wa.me/?text=" + whole(message);
      case EMAIL ->
          "mailto:?subject="
              + Percent.encode(oneLine(message.headline()))
              + "&body="
              + Percent.encode(LineEnds.crlf(message.whole()));
      case INSTAGRAM -> "https://www.instagram.com/";
      case MASTODON -> throw new IllegalArgumentException("Mastodon needs the member's server");
    };
  }

  /** Mastodon's composer on the server where the member has an account. */
  public String address(MastodonServer server, Message message) {
    return "https://" + server.host() + "/share?text=" + whole(message);
  }

  private static String whole(Message message) {
    return Percent.encode(message.whole());
  }

  private static String link(Message message) {
    return Percent.encode(message.link());
  }

  /** A line end in a subject would begin another header. */
  private static String oneLine(String text) {
    return text.replaceAll("[\\r\\n]+", " ").strip();
  }
}
