package io.herald.sandbox;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A server of this machine alone, at which a pretend platform is reached. */
public final class Loopback implements AutoCloseable {
  private final String name;
  private final Server server;
  private final ServerConnector connector;

  /**
   * @param name of whom it is, for its threads and for what is said when it fails
   * @param port 0 for any free one
   */
  public Loopback(String name, int port, Handler handler) {
    this.name = name;
    QueuedThreadPool threads = new QueuedThreadPool(64, 2);
    threads.setName(name);
    threads.setDaemon(true);
    server = new Server(threads);
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    server.addConnector(connector);
    server.setHandler(handler);
  }

  /** Begins to serve. */
  public void start() {
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException(name + " does not start", e);
    }
  }

  /** {@code http://127.0.0.1:PORT}, without a slash at the end. */
  public String origin() {
    return "http://127.0.0.1:" + connector.getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException(name + " does not stop", e);
    }
  }
}
