package io.herald.sandbox.blockkit;

import java.net.URI;
import java.util.Locale;

/** Images, which Slack fetches when it is given them: one that it cannot get costs the message. */
public final class Images {
  private Images() {}

  /**
   * The double's guess at what Slack could fetch, without fetching: https, a public host name, and
   * no "broken" in it.
   */
  public static boolean looksPublic(String url) {
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
    String host = uri.getHost();
    if (host == null || !"https".equalsIgnoreCase(uri.getScheme())) {
      return false;
    }
    String name = host.toLowerCase(Locale.ROOT);
    boolean address = name.matches("[0-9.]+") || name.startsWith("[");
    return name.contains(".") && !address && !name.contains("broken") && !isPrivate(name);
  }

  private static boolean isPrivate(String host) {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.endsWith(".local")
        || host.endsWith(".internal");
  }

  static void check(Spot image) {
    image.string("alt_text", 2000);
    image.requires("alt_text");
    if (image.has("slack_file")) {
      image.complain("invalid slack file");
      return;
    }
    if (!image.requires("image_url")) {
      return;
    }
    image.string("image_url", 3000);
    String url = image.node().get("image_url").asText();
    if (!image.inspection().fetches(url)) {
      image.at("image_url").complain("downloading image failed");
    }
  }
}
