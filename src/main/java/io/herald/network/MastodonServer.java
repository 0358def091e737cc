package io.herald.network;

import java.util.Locale;
import java.util.Optional;

/**
 * The server where a member has a Mastodon account.
 *
 * @param host lower-case ASCII with at least one dot, never an address in numbers
 */
public record MastodonServer(String host) {

  public MastodonServer {
    if (!isPublicName(host)) {
      throw new IllegalArgumentException("not a server's name: " + host);
    }
  }

  /** Takes a bare name, an address, or a handle such as {@code @ada@example.social}. */
  public static Optional<MastodonServer> of(String typed) {
    String name = typed.strip();
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("https://")) {
      name = name.substring("https://".length());
    } else if (lower.startsWith("http://")) {
      name = name.substring("http://".length());
    }
    int path = name.indexOf('/');
    if (path >= 0) {
      name = name.substring(0, path);
    }
    name = name.substring(name.lastIndexOf('@') + 1);
    return HostName.ascii(name).filter(MastodonServer::isPublicName).map(MastodonServer::new);
  }

  private static boolean isPublicName(String host) {
    int dot = host.lastIndexOf('.');
    return dot > 0
        && HostName.ascii(host).filter(host::equals).isPresent()
        && !Character.isDigit(host.charAt(dot + 1));
  }
}
