package io.herald.chaos;

import io.herald.journey.Cluster;
import io.herald.journey.Office;
import io.herald.sandbox.Actor;
import io.herald.sandbox.SlackDouble;
import io.herald.store.Database;
import io.herald.testkit.Crowd;
import io.herald.testkit.DurablePostgres;
import io.herald.testkit.House;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Three nodes, one database, a double of Slack, a broadcast, and all that can go wrong. */
final class ChaosRun implements AutoCloseable {
  private static final String SEND = "chat.postMessage";
  private static final int NODES = 3;

  private final ChaosPlan plan;
  private final Random random;
  private final DurablePostgres postgres = DurablePostgres.start();
  private final String url = postgres.url();
  private final Database database;
  private final Cluster cluster;
  private final Office office;
  private final SlackDouble slack;
  private final Set<Long> interrupted = new HashSet<>();
  private long overtaken;
  private long began;

  ChaosRun(ChaosPlan plan) {
    this.plan = plan;
    this.random = new Random(plan.seed());
    try (var house = new House(Database.open(url))) {
      house.clock.set(Instant.now());
      Crowd.fill(house, "T0ACME", plan.recipients());
    }
    database = Database.open(url);
    cluster = new Cluster(NODES);
    office = new Office(Cluster.settings(url), cluster::start);
    slack = office.slack;
    Crowd.accounts(plan.recipients()).forEach(id -> slack.addPerson(id, "Person " + id));
    if (plan.history()) {
      slack.grant("im:history", "im:write");
    }
  }

  ChaosOutcome run() throws InterruptedException {
    office.draft(office.amira(), "To everybody");
    var review = office.review("To everybody", "Waiting for an approver");
    slack.limits().permit(SEND, plan.perMinute());
    slack.limits().oncePerSecondAndChannel(SEND);
    slack.faults().weather(new Storms(plan.seed()));
    office.clara().press("Approve", review);
    await("the broadcast to begin", () -> query(ChaosSql::deliveries) > 0);
    began = System.nanoTime();
    hurt();
    say("all is hurt that will be, " + query(ChaosSql::ended) + " deliveries ended");
    await("all deliveries to end", () -> query(ChaosSql::ended) == plan.recipients());
    double seconds = (System.nanoTime() - began) / 1e9;
    return outcome(seconds);
  }

  /** Kills and restarts, spread over the way of the broadcast; now and then somebody drafts. */
  private void hurt() throws InterruptedException {
    int steps = plan.kills() + plan.restarts();
    for (int step = 1; step <= steps; step++) {
      long from = (long) plan.recipients() * step / (steps + 2);
      await("more deliveries", () -> query(ChaosSql::ended) >= from);
      Thread.sleep(random.nextInt(200));
      if (step % (plan.kills() / plan.restarts() + 1) == 0) {
        say("the database is restarted after " + from + " deliveries");
        postgres.restart();
      } else {
        kill(random.nextInt(NODES));
      }
      if (step % 4 == 0) {
        draft("In between " + step);
      }
    }
  }

  private void kill(int index) throws InterruptedException {
    cluster.node(index).kill();
    // What it had already sent to the database may still be committed there.
    Thread.sleep(500);
    long node = cluster.id(index);
    List<Long> sending = query(sql -> sql.sending(node));
    interrupted.addAll(sending);
    say("node " + node + " was killed while it sent " + sending.size());
    Thread.sleep(random.nextInt(1_500));
    cluster.node(index).again();
  }

  /** Somebody waits for a review card while the broadcast goes on. */
  private void draft(String headline) {
    Actor author = office.amira();
    try {
      office.draft(author, headline);
    } catch (RuntimeException | AssertionError e) {
      // A node may be killed while it answers; people try again, this one does not.
      say("a draft was not taken: " + e.getMessage());
      return;
    }
    long before = slack.ledger().calls(SEND).size();
    await(
        "the review card of " + headline,
        () -> slack.messagesIn("approvals").stream().anyMatch(m -> m.shown().contains(headline)));
    overtaken = Math.max(overtaken, slack.ledger().calls(SEND).size() - before);
  }

  private ChaosOutcome outcome(double seconds) {
    Set<Long> cards = new TreeSet<>(query(ChaosSql::cards));
    Set<Long> unknown = new TreeSet<>(query(ChaosSql::unknown));
    Map<String, Long> arrived = slack.ledger().deliveries();
    Set<Long> lost = new TreeSet<>();
    cards.stream()
        .filter(card -> !unknown.contains(card) && !arrived.containsKey(card.toString()))
        .forEach(lost::add);
    for (long missing = cards.size(); missing < plan.recipients(); missing++) {
      lost.add(-missing);
    }
    List<String> twice =
        slack.ledger().duplicates().stream()
            .filter(id -> cards.contains(Long.parseLong(id)))
            .toList();
    Set<Long> expected = new TreeSet<>();
    if (!plan.history()) {
      slack.ledger().unanswered().stream().map(Long::parseLong).forEach(expected::add);
      expected.addAll(interrupted);
      expected.retainAll(cards);
    }
    return new ChaosOutcome(
        plan,
        seconds,
        slack.ledger().attempts(SEND),
        slack.limits().refused(),
        lost,
        twice,
        unknown,
        expected,
        slack.limits().early(),
        overtaken);
  }

  /** Asks the database, however often it is away. */
  private <T> T query(Function<ChaosSql, T> question) {
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (true) {
      try {
        return database.inTransaction(tx -> question.apply(tx.sql(ChaosSql.class)));
      } catch (RuntimeException away) {
        if (System.nanoTime() > end) {
          throw away;
        }
        pause();
      }
    }
  }

  private void await(String what, java.util.function.BooleanSupplier holds) {
    long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "waited in vain for "
                + what
                + "\n"
                + String.join("\n", query(ChaosSql::standing))
                + "\nwhat the nodes wrote is in "
                + keepLogs());
      }
      pause();
    }
  }

  private void say(String what) {
    System.out.printf("%4d s  %s%n", (System.nanoTime() - began) / 1_000_000_000, what);
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  void refusals() {
    slack.ledger().refusals().stream().limit(12).forEach(System.out::println);
  }

  /** Keeps what the nodes wrote, for whoever has to find out why. */
  Path keepLogs() {
    try {
      return Files.writeString(Path.of("target", "chaos.log"), cluster.logs());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    office.close();
    database.close();
    postgres.close();
  }
}
