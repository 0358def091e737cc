package io.herald.chat.teams;

import io.herald.settings.Hosts;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * To which addresses Herald sends. Its token goes with every call, so an address that stands in an
 * activity, or in the database, is looked at each time before it is called.
 */
final class ServiceHosts {
  private final List<String> hosts;
  private final boolean loopback;

  private ServiceHosts(List<String> hosts, boolean loopback) {
    this.hosts = hosts;
    this.loopback = loopback;
  }

  /** These hosts alone; see {@link TeamsCloud#serviceHosts}. */
  static ServiceHosts of(List<String> hosts) {
    return new ServiceHosts(List.copyOf(hosts), false);
  }

  /** Whatever is on this machine, for trying without a token. */
  static ServiceHosts onThisMachine() {
    return new ServiceHosts(List.of(), true);
  }

  /** Whether what is on this machine is reached: nobody else follows the links that it makes. */
  boolean loopback() {
    return loopback || hosts.stream().anyMatch(host -> Hosts.isLoopback(host.split(":", 2)[0]));
  }

  /**
   * The address, with a slash at its end, if Herald may send there. Read by the client that will
   * call it, so that no two parsers can differ on it.
   */
  Optional<String> allowed(@Nullable String address) {
    HttpUrl url = address == null ? null : HttpUrl.parse(address);
    if (url == null
        || !url.username().isEmpty()
        || !url.password().isEmpty()
        || url.query() != null
        || url.fragment() != null) {
      return Optional.empty();
    }
    String whole = url.toString();
    return isOurs(url) ? Optional.of(whole.endsWith("/") ? whole : whole + "/") : Optional.empty();
  }

  private boolean isOurs(HttpUrl url) {
    if (Hosts.isLoopback(url.host())) {
      return loopback || hosts.contains(url.host() + ":" + url.port());
    }
    return url.isHttps() && url.port() == 443 && hosts.contains(url.host());
  }
}
