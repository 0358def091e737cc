package io.herald.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Many visitors who open the same address again and again, each on a connection that stays. */
final class Load implements AutoCloseable {
  private final int port;
  private final byte[] request;
  private final int connections;
  private final ExecutorService visitors = Executors.newCachedThreadPool();

  Load(URI address, int connections) {
    this.port = address.getPort();
    this.connections = connections;
    this.request =
        ("GET "
                + address.getRawPath()
                + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                + "User-Agent: Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Opens the address as fast as it answers.
   *
   * @return how many were led on
   */
  long go(Duration howLong) throws InterruptedException, ExecutionException {
    var led = new AtomicLong();
    var asked = new AtomicLong();
    long end = System.nanoTime() + howLong.toNanos();
    for (Future<?> each : begin(() -> System.nanoTime() < end, asked, led)) {
      each.get();
    }
    return led.get();
  }

  /** When a visitor goes on. */
  interface While {
    boolean holds();
  }

  /** Begins to open the address; visitors end with their connections at the latest. */
  List<Future<?>> begin(While on, AtomicLong asked, AtomicLong led) {
    var all = new ArrayList<Future<?>>();
    for (int i = 0; i < connections; i++) {
      all.add(
          visitors.submit(
              () -> {
                visit(on, asked, led);
                return null;
              }));
    }
    return all;
  }

  private void visit(While on, AtomicLong asked, AtomicLong led) throws IOException {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.setTcpNoDelay(true);
      var in = new BufferedInputStream(socket.getInputStream());
      var out = socket.getOutputStream();
      while (on.holds()) {
        asked.incrementAndGet();
        out.write(request);
        if (status(in) == 302) {
          led.incrementAndGet();
        }
      }
    }
  }

  /** Reads an answer to its end. */
  private static int status(InputStream in) throws IOException {
    String first = line(in);
    int length = 0;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
        length = Integer.parseInt(line.substring(15).strip());
      }
    }
    in.skipNBytes(length);
    return Integer.parseInt(first.substring(9, 12));
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder(64);
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException();
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() {
    visitors.shutdownNow();
  }
}
