package io.herald.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StreamsTest {
  private final Streams streams = new Streams();
  private final Server server = new Server();
  private final CountDownLatch writing = new CountDownLatch(1);
  private final CountDownLatch mayBeWritten = new CountDownLatch(1);

  @BeforeEach
  void open() throws Exception {
    server.addConnector(new ServerConnector(server));
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            streams.add(request, new Slow(request, response), callback, 7);
            return true;
          }
        });
    server.start();
  }

  @AfterEach
  void close() throws Exception {
    mayBeWritten.countDown();
    server.stop();
  }

  /** Says that something was written only when it may. */
  private final class Slow extends Response.Wrapper {
    Slow(Request request, Response response) {
      super(request, response);
    }

    @Override
    public void write(boolean last, ByteBuffer bytes, Callback callback) {
      super.write(
          last,
          bytes,
          Callback.from(
              () -> {
                writing.countDown();
                await(mayBeWritten);
                callback.succeeded();
              },
              callback::failed));
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private InputStream page() throws Exception {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/")).build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.ofInputStream())
        .body();
  }

  private int port() {
    return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
  }

  @Test
  void a_page_that_is_being_written_to_ends_when_that_is_out() throws Exception {
    InputStream page = page();
    await(writing);
    streams.end();
    mayBeWritten.countDown();
    assertThat(new String(page.readAllBytes(), StandardCharsets.UTF_8)).contains("data: 7");
  }

  @Test
  void a_page_that_comes_after_the_end_ends_at_once() throws Exception {
    mayBeWritten.countDown();
    streams.end();
    assertThat(new String(page().readAllBytes(), StandardCharsets.UTF_8)).contains("data: 7");
  }
}
