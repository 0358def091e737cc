package io.herald.command.check;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Whether a port can be opened. */
final class PortCheck {
  private PortCheck() {}

  static Outcome look(String setting, String bind, int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(bind), port));
      return Outcome.fine();
    } catch (UnknownHostException e) {
      return Outcome.mend(
          "HERALD_BIND is no address of this machine.", "Set it to 127.0.0.1, or 0.0.0.0 for all.");
    } catch (IOException e) {
      return Outcome.mend(
          "Port " + port + " of " + bind + " cannot be opened: " + e.getMessage() + ".",
          "End what listens there (ss -ltnp names it), or set " + setting + " to another.");
    }
  }
}
