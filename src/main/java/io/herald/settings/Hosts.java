package io.herald.settings;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which addresses never leave this machine. */
public final class Hosts {
  private static final Pattern LOOPBACK_V4 = Pattern.compile("127(\\.\\d{1,3}){3}");

  private Hosts() {}

  /** Whether a host is 127.0.0.0/8, ::1 (in brackets or not) or localhost. Looks nothing up. */
  public static boolean isLoopback(String host) {
    String bare = host.toLowerCase(Locale.ROOT);
    return bare.equals("localhost")
        || bare.equals("::1")
        || bare.equals("[::1]")
        || LOOPBACK_V4.matcher(bare).matches();
  }

  /** Whether an address is fit to be told to others: https, or anything http on loopback. */
  static boolean isSafe(URI uri) {
    if (uri.getHost() == null || uri.getRawUserInfo() != null) {
      return false;
    }
    return "https".equalsIgnoreCase(uri.getScheme())
        || ("http".equalsIgnoreCase(uri.getScheme()) && isLoopback(uri.getHost()));
  }
}
