package io.herald.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.eclipse.jetty.http.pathmap.ServletPathSpec;
import org.eclipse.jetty.server.handler.PathMappingsHandler;

/** The operations port: metrics and health in full, on loopback and nowhere else. */
public final class OperationsServer implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int THREADS = 8;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Listener listener;

  private OperationsServer(Listener listener) {
    this.listener = listener;
  }

  /**
   * Opens the port and serves.
   *
   * @param port 0 for any free one
   * @throws CannotListen when the port cannot be opened
   */
  public static OperationsServer start(
      int port, HealthChecks health, PrometheusMeterRegistry meters) {
    var paths = new PathMappingsHandler();
    paths.addMapping(
        new ServletPathSpec("/metrics"),
        Answer.handler(
            () -> new Answer(200, "text/plain; version=0.0.4; charset=utf-8", meters.scrape())));
    paths.addMapping(new ServletPathSpec("/health"), Answer.handler(() -> inFull(health.report())));
    return new OperationsServer(Listener.open("operations", LOOPBACK, port, THREADS, paths));
  }

  /** {@code {"status":"up","checks":{"database":{"status":"up"},…}}} */
  private static Answer inFull(HealthReport report) {
    ObjectNode json = JSON.createObjectNode();
    json.put("status", report.ready() ? "up" : "down");
    ObjectNode checks = json.putObject("checks");
    report
        .troubles()
        .forEach(
            (name, trouble) -> {
              ObjectNode check = checks.putObject(name);
              check.put("status", trouble.isEmpty() ? "up" : "down");
              trouble.ifPresent(words -> check.put("trouble", words));
            });
    return Answer.json(report.ready() ? 200 : 503, json.toString());
  }

  /** The port that was opened. */
  public int port() {
    return listener.port();
  }

  @Override
  public void close() {
    listener.close();
  }
}
