package io.herald.web;

import java.io.IOException;
import java.time.Duration;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * One open port, with what both of Herald's have in common: bounds on everything, errors without
 * detail, no word on what answers, and a stop that lets requests under way end. {@code X-Forwarded}
 * headers mean nothing here: anybody can send them.
 */
final class Listener implements AutoCloseable {
  private static final int HEADER_BYTES = 16 * 1024;
  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final Duration LAST_REQUESTS = Duration.ofSeconds(10);

  private final Server server;
  private final ServerConnector connector;

  private Listener(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /**
   * @param threads the most that answer at once
   * @throws CannotListen when the port is taken or not ours to open
   */
  static Listener open(String name, String host, int port, int threads, Handler handler) {
    var pool = new QueuedThreadPool(threads, 4);
    pool.setName(name);
    var server = new Server(pool);
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(HEADER_BYTES);
    var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(IDLE.toMillis());
    server.addConnector(connector);
    server.setErrorHandler(new PlainErrors());
    server.setHandler(new GracefulHandler(handler));
    server.setStopTimeout(LAST_REQUESTS.toMillis());
    var listener = new Listener(server, connector);
    try {
      server.start();
    } catch (Exception e) {
      listener.close();
      throw failure(host, port, e);
    }
    return listener;
  }

  private static CannotListen failure(String host, int port, Exception e) {
    boolean ours = e instanceof IOException;
    return new CannotListen(
        "Port " + port + " of " + host + " cannot be opened" + (ours ? ": " + e.getMessage() : ""),
        e);
  }

  /** The port that was opened, also where any free one was asked for. */
  int port() {
    return connector.getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The web server did not stop in order", e);
    }
  }
}
