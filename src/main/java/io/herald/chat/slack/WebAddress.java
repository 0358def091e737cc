package io.herald.chat.slack;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Which addresses Slack is given: http and https, without user info. */
final class WebAddress {
  private WebAddress() {}

  /**
   * The address as it may stand in Block Kit: with the characters encoded that Slack's markup would
   * take for its own ({@code | < >}), or nothing where it is none that people should follow.
   */
  static Optional<String> safe(String address, int most) {
    String encoded =
        address
            .strip()
            .replace("|", "%7C")
            .replace("<", "%3C")
            .replace(">", "%3E")
            .replace(" ", "%20")
            .replace("\"", "%22");
    if (encoded.length() > most || encoded.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      return Optional.empty();
    }
    try {
      var uri = new URI(encoded);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(java.util.Locale.ROOT);
      boolean web = scheme.equals("http") || scheme.equals("https");
      // An authority that is no host and port (an underscore, say) has no user info to look at.
      String authority = uri.getRawAuthority();
      boolean plain = authority != null && !authority.isEmpty() && !authority.contains("@");
      return web && plain ? Optional.of(encoded) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
