package io.herald.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes orders over a socket in the data directory that only its owner can reach. */
public final class Console implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Console.class);
  private static final int AT_ONCE = 8;
  private static final int PATIENCE_SECONDS = 10;

  private final SocketPlace place;
  private final Path socket;
  private final ServerSocketChannel listening;
  private final Orders orders;
  private final Semaphore seats = new Semaphore(AT_ONCE);
  private final ExecutorService hands =
      Executors.newCachedThreadPool(
          work -> {
            var thread = new Thread(work, "console");
            thread.setDaemon(true);
            return thread;
          });

  private Console(SocketPlace place, Path socket, ServerSocketChannel listening, Orders orders) {
    this.place = place;
    this.socket = socket;
    this.listening = listening;
    this.orders = orders;
  }

  /**
   * Listens in a data directory, once the database is open. With H2 whoever has the database is the
   * only one, so a socket that is there was left by a Herald that was killed; with PostgreSQL a
   * second Herald might share the directory, and then the first one goes on listening alone.
   */
  public static Optional<Console> open(Path data, Orders orders) {
    if (Asking.answers(data)) {
      log.warn("Another Herald takes orders in {}: give each a HERALD_DATA of its own", data);
      return Optional.empty();
    }
    var place = new SocketPlace(data);
    try {
      place.remove(place.find());
      Path socket = place.make();
      var listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      try {
        listening.bind(UnixDomainSocketAddress.of(socket));
      } catch (IOException e) {
        listening.close();
        throw e;
      }
      var console = new Console(place, socket, listening, orders);
      console.hands.execute(console::listen);
      return Optional.of(console);
    } catch (IOException e) {
      throw new UncheckedIOException("No socket for orders can be made in " + data, e);
    }
  }

  private void listen() {
    try {
      while (true) {
        seats.acquire();
        SocketChannel asker = listening.accept();
        hands.execute(() -> serve(asker));
      }
    } catch (ClosedChannelException | InterruptedException ended) {
      // As it should be.
    } catch (IOException e) {
      log.error("Herald takes no more orders from the command line", e);
    }
  }

  private void serve(SocketChannel asker) {
    try (asker) {
      var wire = new Wire(asker);
      Optional<List<String>> words = wire.words();
      if (words.isPresent() && !words.get().isEmpty()) {
        List<String> all = words.get();
        log.info("Ordered at the command line: {}", all.get(0));
        int exit = orders.carryOut(all.get(0), all.subList(1, all.size()), new Answering(wire));
        wire.send(Map.of("exit", Integer.toString(exit)));
      }
    } catch (IOException e) {
      log.info("Whoever gave an order is gone: {}", e.toString());
    } finally {
      seats.release();
    }
  }

  /**
   * Tells the asker; one who is gone is told nothing, and the order is carried out all the same.
   */
  private record Answering(Wire wire) implements Told {
    @Override
    public void say(String line) {
      send("out", line);
    }

    @Override
    public void complain(String line) {
      send("err", line);
    }

    private void send(String where, String line) {
      try {
        wire.send(Map.of(where, line));
      } catch (IOException gone) {
        log.debug("Nobody hears: {}", line);
      }
    }
  }

  /** Takes no more orders, and lets those under way end for a while. */
  @Override
  public void close() {
    try {
      listening.close();
      place.remove(socket);
    } catch (IOException e) {
      log.warn("The socket for orders stays behind", e);
    }
    hands.shutdown();
    try {
      // Whoever needs longer is not interrupted: H2 would close the whole database.
      hands.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
