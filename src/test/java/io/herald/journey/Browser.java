package io.herald.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Opens addresses of a Herald as people's browsers do, following nothing. */
final class Browser {
  static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0";

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private Browser() {}

  static HttpResponse<String> open(URI herald, String address) {
    return send(herald, "GET", address, FIREFOX);
  }

  /**
   * Sends an empty request.
   *
   * @param herald where it really listens, whatever the address says
   */
  static HttpResponse<String> send(URI herald, String method, String address, String agent) {
    return send(
        HttpRequest.newBuilder(herald.resolve(URI.create(address).getRawPath()))
            .header("User-Agent", agent)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .timeout(Duration.ofSeconds(10))
            .build());
  }

  /** Presses the button of a download's page; what comes is not text. */
  static HttpResponse<byte[]> fetch(URI herald, String address) {
    return send(
        HttpRequest.newBuilder(herald.resolve(URI.create(address).getRawPath()))
            .header("User-Agent", FIREFOX)
            .method("POST", HttpRequest.BodyPublishers.noBody())
            .timeout(Duration.ofSeconds(10))
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  static HttpResponse<String> send(HttpRequest request) {
    return send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
    try {
      return CLIENT.send(request, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
