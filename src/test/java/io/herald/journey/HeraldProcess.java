package io.herald.journey;

import io.herald.Herald;
import io.herald.ImpatientHerald;
import io.herald.command.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A Herald in a process of its own, which can be killed and comes back at the same port. */
public final class HeraldProcess implements Running {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** It starts quickly, and is killed before it would run well. */
  private static final List<String> SHORT_LIVED =
      List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private final Map<String, String> settings;
  private final List<String> options;
  private final Class<?> main;
  private final int port = freePort();
  private final int operations = freePort();
  private final Path log;
  private final HttpClient http = HttpClient.newHttpClient();
  private Process process;

  /** Starts one; it serves when this returns. */
  public HeraldProcess(Map<String, String> settings) {
    this(settings, SHORT_LIVED);
  }

  /** Starts one in a JVM with these options. */
  public HeraldProcess(Map<String, String> settings, List<String> options) {
    this(settings, options, ImpatientHerald.class);
  }

  private HeraldProcess(Map<String, String> settings, List<String> options, Class<?> main) {
    this.settings = new TreeMap<>(settings);
    this.options = List.copyOf(options);
    this.main = main;
    this.settings.put("HERALD_PORT", Integer.toString(port));
    this.settings.put("HERALD_OPERATIONS_PORT", Integer.toString(operations));
    this.log = Path.of(this.settings.get("HERALD_DATA"), "herald.log");
    this.process = begin();
    awaitReady();
  }

  /** Starts one that is as patient as it is in an organisation. */
  static HeraldProcess patient(Map<String, String> settings) {
    return new HeraldProcess(settings, SHORT_LIVED, Herald.class);
  }

  private Process begin() {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName(), "serve"));
    var builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("HERALD_"));
    builder.environment().putAll(settings);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public long pid() {
    return process.pid();
  }

  /** SIGKILL: nothing of it runs any more when this returns. */
  public void kill() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Starts it again with the same data; returns at once. */
  public void again() {
    process = begin();
  }

  public void awaitReady() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isReady()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new AssertionError("Herald does not serve:\n" + log());
      }
      pause();
    }
  }

  /** How much work waits or is under way, by Herald's own measure. */
  public long work() {
    return get(operations, "/metrics")
        .lines()
        .filter(line -> line.startsWith("herald_outbox_depth{"))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** What it wrote, over all its lives. */
  public String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isReady() {
    try {
      return get(port, "/health/ready").contains("\"up\"");
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  private String get(int at, String path) {
    try {
      URI address = URI.create("http://127.0.0.1:" + at + path);
      return http.send(
              HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30)).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public void close() {
    kill();
  }
}
