package io.herald.console;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks the Herald that runs on a data directory. */
public final class Asking {
  private Asking() {}

  /**
   * Gives an order to the Herald that runs.
   *
   * @param data the data directory
   * @return the exit code; empty when no Herald listens there
   * @throws IOException when it ended before it had answered, so that nobody knows what came of it
   */
  public static Optional<Integer> order(Path data, String name, List<String> arguments, Told told)
      throws IOException {
    Optional<SocketChannel> connected = connect(data);
    if (connected.isEmpty()) {
      return Optional.empty();
    }
    try (SocketChannel channel = connected.get()) {
      var wire = new Wire(channel);
      var words = new ArrayList<String>();
      words.add(name);
      words.addAll(arguments);
      wire.send(words);
      while (true) {
        Map<String, String> line =
            wire.answer().orElseThrow(() -> new IOException("Herald ended before it had answered"));
        if (line.containsKey("exit")) {
          return Optional.of(Integer.parseInt(line.get("exit")));
        }
        Optional.ofNullable(line.get("out")).ifPresent(told::say);
        Optional.ofNullable(line.get("err")).ifPresent(told::complain);
      }
    }
  }

  /** Whether a Herald listens for orders on a data directory. */
  public static boolean answers(Path data) {
    try (SocketChannel channel = connect(data).orElse(null)) {
      return channel != null;
    } catch (IOException e) {
      return false;
    }
  }

  private static Optional<SocketChannel> connect(Path data) throws IOException {
    Path socket = new SocketPlace(data).find();
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.connect(UnixDomainSocketAddress.of(socket));
      return Optional.of(channel);
    } catch (IOException | IllegalArgumentException nobodyThere) {
      channel.close();
      return Optional.empty();
    }
  }
}
