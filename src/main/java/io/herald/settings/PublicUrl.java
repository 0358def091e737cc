package io.herald.settings;

import java.net.URI;
import java.util.Optional;

/** The address at which the world reaches Herald. */
final class PublicUrl {
  private PublicUrl() {}

  static Optional<URI> read(Given given, Reading reading, boolean required) {
    if (required && !given.has(Names.PUBLIC_URL)) {
      reading.wrong(
          Names.PUBLIC_URL,
          "is missing: the https address at which Slack or Teams reaches Herald.");
    }
    Optional<URI> url = reading.address(Names.PUBLIC_URL, "https://herald.example.com");
    if (url.isPresent() && !url.get().toString().matches("[^/?#]+//[^/?#]+/?")) {
      reading.wrong(Names.PUBLIC_URL, "should end after the host, without a path.");
    }
    return url.map(uri -> URI.create(uri.getScheme() + "://" + uri.getRawAuthority()));
  }
}
