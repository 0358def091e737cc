package io.herald.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings to the app what a platform sends, once, and says what came back. */
public final class Messenger {
  private final Duration patience;
  private final String late;
  private final String lost;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private volatile @Nullable URI address;

  /**
   * @param patience how long an answer is waited for
   * @param late the platform's word for an answer that did not come by then
   * @param lost its word for an app that is not there
   */
  public Messenger(Duration patience, String late, String lost) {
    this.patience = patience;
    this.late = late;
    this.lost = lost;
  }

  /** Where the app listens. */
  public void deliverTo(URI app) {
    address = app;
  }

  /** Sends a body with these headers and its type. */
  public Delivery send(String type, String body, Map<String, String> headers) {
    URI target = address;
    if (target == null) {
      throw new IllegalStateException("tell the sender first where to deliver to");
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target)
            .timeout(patience)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::setHeader);
    long start = System.nanoTime();
    try {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      String answerType = answer.headers().firstValue("Content-Type").orElse("");
      return new Delivery(type, body, answer.statusCode(), answer.body(), answerType, since(start));
    } catch (HttpTimeoutException e) {
      return new Delivery(type, body, 0, late, "", since(start));
    } catch (IOException e) {
      return new Delivery(type, body, 0, lost, "", since(start));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Delivery(type, body, 0, lost, "", since(start));
    }
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
