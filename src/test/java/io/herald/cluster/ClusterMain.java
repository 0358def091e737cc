package io.herald.cluster;

import io.herald.command.Running;
import io.herald.journey.Cluster;
import io.herald.journey.HeraldProcess;
import io.herald.sandbox.Opening;
import io.herald.sandbox.Sandbox;
import io.herald.sandbox.Shortcut;
import io.herald.testkit.DurablePostgres;
import io.herald.web.HealthChecks;
import io.herald.web.Mount;
import io.herald.web.WebServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts nodes, a database and a pretend Slack; see {@code scripts/cluster --help}. */
public final class ClusterMain implements AutoCloseable {
  private static final int NODES = 3;
  private static final Duration DEAD = Duration.ofSeconds(30);

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  private ClusterMain() {}

  public static void main(String[] arguments) throws Exception {
    var main = new ClusterMain();
    Runtime.getRuntime().addShutdownHook(new Thread(main::close, "cluster-end"));
    try {
      watch(main.start(System.getenv(), Integer.parseInt(arguments[0])));
    } catch (RuntimeException | AssertionError e) {
      System.err.println("The cluster could not start: " + e.getMessage());
      System.exit(1);
    }
  }

  private Cluster start(Map<String, String> environment, int port) throws Exception {
    var settings = new HashMap<String, String>();
    environment.forEach(
        (name, value) -> {
          if (name.startsWith("HERALD_") || name.startsWith("SLACK_")) {
            settings.put(name, value);
          }
        });
    if (!settings.containsKey("HERALD_DATABASE_URL")) {
      System.out.println("Starting PostgreSQL ...");
      settings.put("HERALD_DATABASE_URL", open(DurablePostgres.start()).url());
    }
    Cluster.settings(settings.get("HERALD_DATABASE_URL")).forEach(settings::putIfAbsent);
    settings.putIfAbsent("HERALD_PUBLIC_URL", "http://127.0.0.1:" + port);
    Sandbox sandbox = settings.containsKey("SLACK_BOT_TOKEN") ? null : pretend(settings);

    System.out.println("Starting " + NODES + " nodes ...");
    var cluster = Cluster.patient(NODES, port);
    Running front = open(cluster.start(settings));
    for (int i = 0; i < NODES; i++) {
      HeraldProcess node = cluster.node(i);
      System.out.printf("Node %d is process %d at %s%n", i + 1, node.pid(), node.address());
    }
    System.out.println("All of them answer at " + front.address() + " in turn.");
    if (sandbox != null) {
      show(sandbox, front.address());
    }
    System.out.println("End a node with kill -9 to see the others take over. Ctrl-C ends it all.");
    return cluster;
  }

  /** A Slack for nodes that were given none. */
  private Sandbox pretend(Map<String, String> settings) throws Exception {
    Sandbox sandbox =
        open(
            Sandbox.open(
                Files.createTempDirectory("herald-cluster-slack"),
                InstantSource.system(),
                new SecureRandom(),
                ZoneId.systemDefault(),
                List.of(
                    new Shortcut("Turn into a draft", "herald_turn_into_draft", true),
                    new Shortcut("New draft", "herald_draft", false))));
    settings.put("SLACK_BOT_TOKEN", sandbox.botToken());
    settings.put("SLACK_SIGNING_SECRET", sandbox.signingSecret());
    settings.put("HERALD_SLACK_API_URL", sandbox.apiUrl());
    settings.putIfAbsent("HERALD_ADMINS", sandbox.adminEmail());
    settings.putIfAbsent("HERALD_APPROVERS", sandbox.approverEmail());
    settings.putIfAbsent("HERALD_APPROVERS_CHANNEL", Sandbox.APPROVERS_CHANNEL.replace("#", ""));
    settings.putIfAbsent("HERALD_GRACE", "3s");
    return sandbox;
  }

  private void show(Sandbox sandbox, URI herald) {
    sandbox.deliverTo(herald.resolve("/slack/events"));
    open(new Opening(sandbox, false)).begin();
    WebServer page =
        open(
            WebServer.start(
                "127.0.0.1",
                0,
                List.of(new Mount(Sandbox.PATH, sandbox.handler())),
                new HealthChecks(List.of(), InstantSource.system()),
                new SimpleMeterRegistry()));
    System.out.println("Open http://127.0.0.1:" + page.port() + "/sandbox");
  }

  /** A node that ended comes back when the others have surely taken over. */
  private static void watch(Cluster cluster) throws InterruptedException {
    var since = new long[NODES];
    while (true) {
      Thread.sleep(500);
      for (int i = 0; i < NODES; i++) {
        HeraldProcess node = cluster.node(i);
        if (node.isAlive()) {
          since[i] = 0;
        } else if (since[i] == 0) {
          since[i] = System.nanoTime();
          System.out.printf(
              "Node %d has ended; it starts again in %d s.%n", i + 1, DEAD.toSeconds());
        } else if (System.nanoTime() - since[i] > DEAD.toNanos()) {
          node.again();
          System.out.printf("Node %d is process %d now.%n", i + 1, node.pid());
        }
      }
    }
  }

  private <T extends AutoCloseable> T open(T part) {
    synchronized (opened) {
      opened.push(part);
    }
    return part;
  }

  @Override
  public void close() {
    synchronized (opened) {
      while (!opened.isEmpty()) {
        try {
          opened.pop().close();
        } catch (Exception e) {
          System.err.println("A part did not end in order: " + e);
        }
      }
    }
  }
}
