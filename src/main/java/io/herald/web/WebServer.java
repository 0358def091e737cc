package io.herald.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.eclipse.jetty.http.pathmap.ServletPathSpec;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.handler.PathMappingsHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;

/** The public port: what is mounted, and whether Herald lives and is ready. */
public final class WebServer implements AutoCloseable {
  private static final int THREADS = 64;

  /** A backstop: what expects a body sets a lower bound itself. */
  private static final long BODY_BYTES = 2 * 1024 * 1024;

  private static final String UP = "{\"status\":\"up\"}";
  private static final String DOWN = "{\"status\":\"down\"}";

  private final Listener listener;

  private WebServer(Listener listener) {
    this.listener = listener;
  }

  /**
   * Opens the port and serves.
   *
   * @param bind address or name of this machine
   * @param port 0 for any free one
   * @throws CannotListen when the port cannot be opened
   */
  public static WebServer start(
      String bind, int port, List<Mount> mounts, HealthChecks health, MeterRegistry meters) {
    var paths = new PathMappingsHandler();
    for (Mount mount : mounts) {
      paths.addMapping(
          new ServletPathSpec(mount.pathSpec()),
          new Measured(mount.pathSpec(), mount.handler(), meters));
    }
    paths.addMapping(
        new ServletPathSpec("/health/live"), Answer.handler(() -> Answer.json(200, UP)));
    paths.addMapping(new ServletPathSpec("/health/ready"), ready(health));
    var limited = new SizeLimitHandler(BODY_BYTES, -1);
    limited.setHandler(paths);
    return new WebServer(Listener.open("web", bind, port, THREADS, new CommonHeaders(limited)));
  }

  private static Handler ready(HealthChecks health) {
    return Answer.handler(
        () -> health.report().ready() ? Answer.json(200, UP) : Answer.json(503, DOWN));
  }

  /** The port that was opened. */
  public int port() {
    return listener.port();
  }

  /** Takes no more requests, lets those under way end, and closes the port. */
  @Override
  public void close() {
    listener.close();
  }
}
