package io.herald.network;

/** Line ends: what people paste has any of three, what a network is given has one. */
final class LineEnds {
  private LineEnds() {}

  static String unix(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /** As RFC 6068 asks of a {@code mailto} body. */
  static String crlf(String text) {
    return unix(text).replace("\n", "\r\n");
  }
}
