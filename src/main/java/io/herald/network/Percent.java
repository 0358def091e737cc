package io.herald.network;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Percent-encoding for composers: some take form encoding's plus sign for a plus sign. */
final class Percent {
  private Percent() {}

  /** UTF-8; everything but RFC 3986's unreserved characters is encoded, a space as %20. */
  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
