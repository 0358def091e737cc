package io.herald.journey;

import io.herald.command.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Several Heralds on one PostgreSQL, each in a process of its own, behind one address. */
public final class Cluster {
  private static final Pattern ID = Pattern.compile("This is node (\\d+)");

  private final int size;
  private final int port;
  private final Function<Map<String, String>, HeraldProcess> start;
  private final List<HeraldProcess> nodes = new ArrayList<>();

  /** Nodes that are sure after seconds that another is dead, for tests. */
  public Cluster(int size) {
    this(size, 0, HeraldProcess::new);
  }

  private Cluster(int size, int port, Function<Map<String, String>, HeraldProcess> start) {
    this.size = size;
    this.port = port;
    this.start = start;
  }

  /** Nodes as patient as they are in an organisation, behind a port. */
  public static Cluster patient(int size, int port) {
    return new Cluster(size, port, HeraldProcess::patient);
  }

  /** Settings that all nodes on a database share. */
  public static Map<String, String> settings(String url) {
    return Map.of(
        "HERALD_DATABASE_URL",
        url,
        "HERALD_ENCRYPTION_KEY",
        Base64.getEncoder().encodeToString(new byte[32]));
  }

  /** Starts all nodes; what is returned stands for them all. */
  public Running start(Map<String, String> settings) {
    // None waits for another, and there is more than one processor.
    nodes.addAll(IntStream.range(0, size).parallel().mapToObj(i -> node(settings)).toList());
    var front = Front.open(nodes.stream().map(HeraldProcess::address).toList(), port);
    return new Running() {
      @Override
      public URI address() {
        return front.address();
      }

      @Override
      public void close() {
        front.close();
        nodes.forEach(HeraldProcess::close);
      }
    };
  }

  private HeraldProcess node(Map<String, String> settings) {
    var own = new HashMap<>(settings);
    own.put("HERALD_DATA", directory());
    return start.apply(own);
  }

  public HeraldProcess node(int index) {
    return nodes.get(index);
  }

  /** Which node, as the database knows it, the one of this index was last. */
  public long id(int index) {
    Matcher matcher = ID.matcher(nodes.get(index).log());
    long id = 0;
    while (matcher.find()) {
      id = Long.parseLong(matcher.group(1));
    }
    return id;
  }

  /** What the nodes wrote. */
  public String logs() {
    var all = new StringBuilder();
    nodes.forEach(node -> all.append(node.address()).append('\n').append(node.log()).append('\n'));
    return all.toString();
  }

  private static String directory() {
    try {
      return Files.createTempDirectory("herald-node").toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
