package io.herald.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One address before several servers, as a small reverse proxy gives: connections go to each in
 * turn, past those that do not take any.
 */
public final class Front implements AutoCloseable {
  private static final int CONNECT_MILLIS = 1_000;

  private final List<URI> servers;
  private final ServerSocket socket;
  private final AtomicInteger turn = new AtomicInteger();
  private final ExecutorService hands =
      Executors.newCachedThreadPool(
          task -> {
            var thread = new Thread(task, "front");
            thread.setDaemon(true);
            return thread;
          });

  private Front(List<URI> servers, ServerSocket socket) {
    this.servers = List.copyOf(servers);
    this.socket = socket;
  }

  /**
   * Opens one on loopback.
   *
   * @param port 0 for any free one
   */
  public static Front open(List<URI> servers, int port) {
    try {
      var socket = new ServerSocket(port, 200, InetAddress.getByName("127.0.0.1"));
      var front = new Front(servers, socket);
      front.hands.execute(front::accept);
      return front;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket visitor = socket.accept();
        hands.execute(() -> serve(visitor));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket visitor) {
    try (visitor;
        Socket server = connect()) {
      visitor.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      hands.execute(() -> pass(visitor, server));
      pass(server, visitor);
    } catch (IOException broken) {
      // Whoever asked sees that the connection ended, as behind any proxy.
    }
  }

  private Socket connect() throws IOException {
    int first = Math.floorMod(turn.getAndIncrement(), servers.size());
    for (int i = 0; i < servers.size(); i++) {
      URI server = servers.get((first + i) % servers.size());
      var socket = new Socket();
      try {
        socket.connect(new InetSocketAddress("127.0.0.1", server.getPort()), CONNECT_MILLIS);
        return socket;
      } catch (IOException down) {
        socket.close();
      }
    }
    throw new IOException("no server takes connections");
  }

  private static void pass(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      in.transferTo(out);
    } catch (IOException ended) {
      // One end is gone; so is the other, below.
    } finally {
      close(from);
      close(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      // Nothing is left to close.
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    hands.shutdownNow();
  }
}
