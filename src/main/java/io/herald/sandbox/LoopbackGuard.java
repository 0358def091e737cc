package io.herald.sandbox;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Locale;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Lets in only a browser on this machine: from loopback, by a loopback name (so that no page of the
 * web reaches it through a name of its own), and not through a proxy.
 */
final class LoopbackGuard {
  private LoopbackGuard() {}

  static boolean lets(Request request) {
    SocketAddress remote = request.getConnectionMetaData().getRemoteSocketAddress();
    boolean near =
        remote instanceof InetSocketAddress address
            && address.getAddress() != null
            && address.getAddress().isLoopbackAddress();
    return near && isLoopback(host(request)) && !forwarded(request);
  }

  /** For what changes something: sent by the page itself, as JSON. */
  static boolean letsAct(Request request) {
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    String site = request.getHeaders().get("Sec-Fetch-Site");
    String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    return ("http://" + authority(request)).equalsIgnoreCase(origin)
        && (site == null || site.equals("same-origin"))
        && type != null
        && type.toLowerCase(Locale.ROOT).matches("application/json(;.*)?");
  }

  private static String authority(Request request) {
    String host = request.getHeaders().get(HttpHeader.HOST);
    return host == null ? "" : host.toLowerCase(Locale.ROOT);
  }

  private static String host(Request request) {
    return authority(request).replaceFirst(":[0-9]*$", "");
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost")
        || host.equals("[::1]")
        || host.matches("127[.][0-9]{1,3}[.][0-9]{1,3}[.][0-9]{1,3}");
  }

  private static boolean forwarded(Request request) {
    for (HttpField field : request.getHeaders()) {
      String name = field.getName().toLowerCase(Locale.ROOT);
      if (name.equals("forwarded") || name.startsWith("x-forwarded-") || name.equals("x-real-ip")) {
        return true;
      }
    }
    return false;
  }
}
