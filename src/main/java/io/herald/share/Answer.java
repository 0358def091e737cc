package io.herald.share;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * What is sent back: a page, or where to go on. Nobody keeps it, and nobody it leads to learns the
 * address that it was sent from.
 */
record Answer(int status, Optional<String> location, Optional<Page> page) {

  static Answer page(Page page) {
    return new Answer(page.status(), Optional.empty(), Optional.of(page));
  }

  static Answer redirect(String address) {
    return new Answer(302, Optional.of(address), Optional.empty());
  }

  /** The same place, to be fetched with GET: the answer to a form. */
  Answer afterForm() {
    return status == 302 ? new Answer(303, location, page) : this;
  }

  void send(Response response, Callback callback) {
    HttpFields.Mutable headers = response.getHeaders();
    response.setStatus(status);
    headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("X-Robots-Tag", "noindex");
    location.ifPresent(address -> headers.put(HttpHeader.LOCATION, address));
    byte[] body = page.map(p -> p.html().getBytes(StandardCharsets.UTF_8)).orElse(new byte[0]);
    page.ifPresent(
        p -> {
          headers.put(HttpHeader.CONTENT_TYPE, "text/html;charset=utf-8");
          headers.put("Content-Security-Policy", p.policy());
          headers.put("X-Frame-Options", "DENY");
        });
    headers.put(HttpHeader.CONTENT_LENGTH, body.length);
    response.write(true, BufferUtil.toBuffer(body), callback);
  }
}
