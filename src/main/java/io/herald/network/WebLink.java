package io.herald.network;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link to a page or an image on the web, as a browser would send it.
 *
 * @param address http or https, with a host, without user name or password, in ASCII, at most 2,000
 *     characters
 */
public record WebLink(String address) {
  /** Greatest length of an address. */
  public static final int LIMIT = 2_000;

  /** What is wrong with a typed link. */
  public enum Flaw {
    EMPTY,
    TOO_LONG,
    /** It does not begin with http:// or https://. */
    NOT_WEB,
    /** It carries a user name or password, which share buttons would show to the world. */
    USER_INFO,
    /** There is no machine's name in it that could be one. */
    NO_HOST,
    /** A space or an invisible character stands inside. */
    SPACE
  }

  private static final Pattern WEB = Pattern.compile("(?i)(https?)://([^/?#]*)(.*)");
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("(\\[[0-9A-Fa-f:.]{2,45}]|[^\\[\\]:]+)(?::(\\d{0,5}))?");

  public WebLink {
    Optional<Flaw> flaw = flawIn(address);
    if (flaw.isPresent()) {
      throw new IllegalArgumentException("no link: " + flaw.get());
    }
    address = written(address.strip());
  }

  /** What is wrong with what a person typed; empty where a link can be made of it. */
  public static Optional<Flaw> flawIn(String typed) {
    String link = typed.strip();
    if (link.isEmpty()) {
      return Optional.of(Flaw.EMPTY);
    }
    if (link.length() > LIMIT) {
      return Optional.of(Flaw.TOO_LONG);
    }
    Matcher parts = WEB.matcher(link);
    if (link.codePoints().anyMatch(WebLink::isBlankOrInvisible)) {
      return Optional.of(parts.lookingAt() ? Flaw.SPACE : Flaw.NOT_WEB);
    }
    if (!parts.matches()) {
      return Optional.of(Flaw.NOT_WEB);
    }
    if (parts.group(2).indexOf('@') >= 0) {
      return Optional.of(Flaw.USER_INFO);
    }
    if (authority(parts.group(2)).isEmpty()) {
      return Optional.of(Flaw.NO_HOST);
    }
    return written(link).length() > LIMIT ? Optional.of(Flaw.TOO_LONG) : Optional.empty();
  }

  private static String written(String link) {
    Matcher parts = WEB.matcher(link);
    if (!parts.matches()) {
      throw new IllegalArgumentException("no link");
    }
    return parts.group(1).toLowerCase(Locale.ROOT)
        + "://"
        + authority(parts.group(2)).orElseThrow()
        + encoded(parts.group(3));
  }

  private static Optional<String> authority(String typed) {
    Matcher parts = HOST_AND_PORT.matcher(typed);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String port = parts.group(2);
    if (port != null && !port.isEmpty() && Integer.parseInt(port) > 65_535) {
      return Optional.empty();
    }
    String suffix = port == null || port.isEmpty() ? "" : ":" + port;
    String host = parts.group(1);
    return host.startsWith("[")
        ? Optional.of(host.toLowerCase(Locale.ROOT) + suffix)
        : HostName.ascii(host).map(name -> name + suffix);
  }

  /** Encodes what may not stand in an address, and leaves what is encoded already as it is. */
  private static String encoded(String rest) {
    StringBuilder written = new StringBuilder(rest.length());
    boolean inFragment = false;
    for (int i = 0; i < rest.length(); ) {
      int c = rest.codePointAt(i);
      boolean plain =
          c < 0x80 && c != '%' && "\"<>\\^`{|}[]".indexOf(c) < 0 && !(c == '#' && inFragment);
      boolean escape = c == '%' && isHex(rest, i + 1) && isHex(rest, i + 2);
      inFragment |= c == '#';
      String character = Character.toString(c);
      written.append(plain || escape ? character : Percent.encode(character));
      i += Character.charCount(c);
    }
    return written.toString();
  }

  private static boolean isHex(String text, int at) {
    return at < text.length()
        && Character.digit(text.charAt(at), 16) >= 0
        && text.charAt(at) < 0x80;
  }

  private static boolean isBlankOrInvisible(int c) {
    int type = Character.getType(c);
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE;
  }
}
