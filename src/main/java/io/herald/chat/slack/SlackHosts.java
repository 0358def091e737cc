package io.herald.chat.slack;

import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Where an answer to a request may go: an address in a payload is anybody's claim. */
public final class SlackHosts {
  private final @Nullable HttpUrl api;

  /**
   * @param apiUrl where the settings say the Web API is; none for Slack's own
   */
  public SlackHosts(@Nullable String apiUrl) {
    this.api = apiUrl == null ? null : HttpUrl.get(apiUrl);
  }

  /**
   * An address to answer at, if it is at Slack's own hooks (commercial or government) or at the
   * origin of the Web API that the settings name. Read by the client that will call it, so that no
   * two parsers can differ on it.
   */
  Optional<String> allowed(@Nullable String address) {
    HttpUrl url = address == null ? null : HttpUrl.parse(address);
    if (url == null || !url.username().isEmpty() || !url.password().isEmpty()) {
      return Optional.empty();
    }
    boolean hook =
        url.isHttps()
            && url.port() == 443
            && (url.host().equals("hooks.slack.com") || url.host().equals("hooks.slack-gov.com"));
    return hook || isOurs(url) ? Optional.of(url.toString()) : Optional.empty();
  }

  private boolean isOurs(HttpUrl url) {
    return api != null
        && url.scheme().equals(api.scheme())
        && url.host().equals(api.host())
        && url.port() == api.port();
  }
}
