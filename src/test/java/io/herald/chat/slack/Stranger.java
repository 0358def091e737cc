package io.herald.chat.slack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody else's server, who counts the calls. */
final class Stranger implements AutoCloseable {
  private final ServerSocket socket;
  private final AtomicInteger calls = new AtomicInteger();

  Stranger() {
    try {
      socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var thread = new Thread(this::listen, "stranger");
    thread.setDaemon(true);
    thread.start();
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        Socket call = socket.accept();
        calls.incrementAndGet();
        call.close();
      } catch (IOException e) {
        return;
      }
    }
  }

  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort() + "/hook";
  }

  int calls() {
    return calls.get();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
