package io.herald.network;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a machine on the web, as a person types it and as the web writes it. */
final class HostName {
  private static final String LABEL = "[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?";
  private static final Pattern ASCII =
      Pattern.compile("(?=.{1,253}$)" + LABEL + "(\\." + LABEL + ")*");

  private HostName() {}

  /** Lower-case ASCII, names in other scripts as punycode; empty where it is no name. */
  static Optional<String> ascii(String typed) {
    String bare = typed.endsWith(".") ? typed.substring(0, typed.length() - 1) : typed;
    String host;
    try {
      host = IDN.toASCII(bare).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException notAName) {
      return Optional.empty();
    }
    return ASCII.matcher(host).matches() ? Optional.of(host) : Optional.empty();
  }
}
