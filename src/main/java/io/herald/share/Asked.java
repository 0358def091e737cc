package io.herald.share;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;

/**
 * What a request for a link says.
 *
 * @param person whether somebody wants to see it now; never with another method than GET
 */
record Asked(String token, boolean get, boolean head, boolean post, boolean person) {
  /** Headers by which browsers say that nobody asked for the page yet. */
  private static final List<String> PURPOSES =
      List.of("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz");

  static Asked of(Request request) {
    String path = request.getHttpURI().getCanonicalPath();
    HttpFields headers = request.getHeaders();
    String purpose =
        PURPOSES.stream()
            .map(headers::get)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(","));
    String method = request.getMethod();
    boolean get = HttpMethod.GET.is(method);
    return new Asked(
        path == null ? "" : path.substring(path.indexOf('/', 1) + 1),
        get,
        HttpMethod.HEAD.is(method),
        HttpMethod.POST.is(method),
        get && Visitors.isPerson(headers.get(HttpHeader.USER_AGENT), purpose));
  }
}
