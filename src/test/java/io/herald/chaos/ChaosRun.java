package io.herald.chaos;

import io.herald.journey.Cluster;
import io.herald.journey.Office;
import io.herald.journey.Tenant;
import io.herald.members.Platform;
import io.herald.sandbox.SlackDouble;
import io.herald.sandbox.teams.TeamsPerson;
import io.herald.store.Database;
import io.herald.testkit.Crowd;
import io.herald.testkit.DurablePostgres;
import io.herald.testkit.House;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * Three nodes, one database, doubles of Slack and Teams, a broadcast, and all that can go wrong.
 */
final class ChaosRun implements AutoCloseable {
  private static final int NODES = 3;

  private final ChaosPlan plan;
  private final Random random;
  private final DurablePostgres postgres = DurablePostgres.start();
  private final Witness witness;
  private final Cluster cluster = new Cluster(NODES);
  private final Tenant tenant = new Tenant();
  private final Office office;
  private final List<Side> sides;
  private final Set<Long> interrupted = new HashSet<>();
  private final Map<Platform, Integer> overtaken = new EnumMap<>(Platform.class);
  private long began = System.nanoTime();

  ChaosRun(ChaosPlan plan) {
    this.plan = plan;
    this.random = new Random(plan.seed());
    String url = postgres.url();
    try (var house = new House(Database.open(url))) {
      house.clock.set(Instant.now());
      String teams = tenant.teams.setup().tenant();
      Crowd.fill(house, "T0ACME", plan.recipients(), teams, ChaosPlan.EVERY_IN_TEAMS);
    }
    witness = new Witness(url);
    Map<String, String> settings = new HashMap<>(Cluster.settings(url));
    settings.putAll(tenant.settings());
    office = new Office(settings, environment -> tenant.start(environment, cluster::start));
    Crowd.accounts(plan.recipients(), ChaosPlan.EVERY_IN_TEAMS)
        .forEach(id -> office.slack.addPerson(id, "Person " + id));
    Crowd.accountsInTeams(plan.recipients(), ChaosPlan.EVERY_IN_TEAMS)
        .map(this::person)
        .forEach(tenant.teams::putInstalled);
    if (plan.history()) {
      office.slack.grant("im:history", "im:write");
    }
    sides = List.of(new SlackSide(office.slack), new TeamsSide(tenant.teams));
  }

  private TeamsPerson person(String id) {
    String inDirectory = UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
    String here = tenant.teams.setup().tenant();
    return new TeamsPerson(id, inDirectory, "Person", "", "Europe/Berlin", here, false);
  }

  ChaosOutcome run() throws InterruptedException {
    office.draft(office.amira(), "To everybody");
    var review = office.review("To everybody", "Waiting for an approver");
    tenant.teams.awaitIn("approvals", message -> message.shown().contains("To everybody"));
    sides.forEach(side -> side.hurt(plan));
    office.clara().press("Approve", review);
    witness.await("the broadcast to begin", () -> witness.deliveries() > 0);
    began = System.nanoTime();
    hurt();
    say("all is hurt that will be, " + witness.ended() + " deliveries ended");
    witness.await("all deliveries to end", () -> witness.ended() == plan.recipients());
    double seconds = (System.nanoTime() - began) / 1e9;
    List<PostCard> cards = witness.cards();
    return new ChaosOutcome(plan, seconds, sides.stream().map(side -> tally(side, cards)).toList());
  }

  /** Kills and restarts, spread over the way of the broadcast; now and then somebody drafts. */
  private void hurt() throws InterruptedException {
    int steps = plan.kills() + plan.restarts();
    for (int step = 1; step <= steps; step++) {
      long from = (long) plan.recipients() * step / (steps + 2);
      witness.await("more deliveries", () -> witness.ended() >= from);
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
    List<Long> sending = witness.sending(node);
    interrupted.addAll(sending);
    say("node " + node + " was killed while it sent " + sending.size());
    Thread.sleep(random.nextInt(1_500));
    cluster.node(index).again();
  }

  /** Somebody waits for a review card, in both places, while the broadcast goes on. */
  private void draft(String headline) {
    try {
      office.draft(office.amira(), headline);
    } catch (RuntimeException | AssertionError e) {
      // A node may be killed while it answers; people try again, this one does not.
      say("a draft was not taken: " + e.getMessage());
      return;
    }
    Map<Platform, Integer> before = new EnumMap<>(Platform.class);
    sides.forEach(side -> before.put(side.platform(), side.taken()));
    for (Side side : sides) {
      witness.await("the review card of " + headline, () -> side.reviews(headline));
      int others = side.takenBefore(headline) - before.get(side.platform());
      overtaken.merge(side.platform(), others, Math::max);
    }
  }

  private Tally tally(Side side, List<PostCard> cards) {
    boolean slack = side.platform() == Platform.SLACK;
    return Tally.of(
        side,
        // Teams shows no bot what stands in a chat.
        plan.history() && slack,
        cards.stream().filter(card -> card.platform() == side.platform()).toList(),
        slack ? plan.inSlack() : plan.inTeams(),
        interrupted,
        overtaken.getOrDefault(side.platform(), 0));
  }

  private void say(String what) {
    System.out.printf("%4d s  %s%n", (System.nanoTime() - began) / 1_000_000_000, what);
  }

  /** What the doubles refused, for whoever has to find out why. */
  void refusals() {
    SlackDouble slack = office.slack;
    slack.ledger().refusals().stream().limit(12).forEach(System.out::println);
    tenant.teams.ledger().refusals().stream().limit(12).forEach(System.out::println);
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
    tenant.close();
    witness.close();
    postgres.close();
  }
}
