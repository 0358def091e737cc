package io.herald.chat.teams;

import io.herald.settings.Hosts;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Which addresses stand on a card: https, without user info.
 *
 * @param loopback whether http on this machine may stand there too, for trying
 */
record Links(boolean loopback) {

  /** The address as it may stand there, or nothing where it is none that people should follow. */
  Optional<String> safe(String address) {
    String encoded =
        address
            .strip()
            .replace("<", "%3C")
            .replace(">", "%3E")
            .replace(" ", "%20")
            .replace("\"", "%22")
            .replace("(", "%28")
            .replace(")", "%29");
    if (encoded.length() > TeamsLimits.ADDRESS
        || encoded.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      return Optional.empty();
    }
    try {
      return isSafe(new URI(encoded)) ? Optional.of(encoded) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private boolean isSafe(URI uri) {
    if (uri.getHost() == null || uri.getRawUserInfo() != null) {
      return false;
    }
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    return scheme.equals("https")
        || (scheme.equals("http") && loopback && Hosts.isLoopback(uri.getHost()));
  }
}
