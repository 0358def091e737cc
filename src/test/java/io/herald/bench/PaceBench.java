package io.herald.bench;

import io.herald.journey.Cluster;
import io.herald.journey.Office;
import io.herald.sandbox.Call;
import io.herald.sandbox.Fault;
import io.herald.store.Database;
import io.herald.testkit.Crowd;
import io.herald.testkit.House;
import io.herald.testkit.TestKeys;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * How near three nodes keep to what Slack permits and does not tell: in the ten minutes after the
 * first one, in which a node is killed and comes back, and after a storm of refusals.
 */
final class PaceBench implements Benchmark {
  private static final String SEND = "chat.postMessage";
  private static final int NODES = 3;

  @Override
  public String name() {
    return "pace";
  }

  @Override
  public String about() {
    return "three nodes beside what the double permits; with a kill, and after a storm of 429";
  }

  /** How long the parts of a run take, in seconds, and how many calls a minute are permitted. */
  private record Plan(int perMinute, int first, int steady, int storm, int calm) {
    /** So many that the push goes on until all is measured, but not for long afterwards. */
    int people() {
      return perMinute * (first + steady + storm + 2 * calm) / 60;
    }
  }

  /** What the double had been asked, and refused, by a moment. */
  private record Seen(long asked, long refused, long nanos) {
    double aMinute(Seen since) {
      return (asked - refused - since.asked + since.refused) * 60e9 / (nanos - since.nanos);
    }

    double refusedOf(Seen since) {
      return (double) (refused - since.refused) / Math.max(1, asked - since.asked);
    }
  }

  @Override
  public List<Figure> run(boolean brief) throws Exception {
    Plan plan = brief ? new Plan(600, 25, 30, 10, 15) : new Plan(600, 60, 600, 120, 60);
    String url = Store.POSTGRESQL.url();
    try (var house = new House(Database.open(url))) {
      house.clock.set(Instant.now());
      Crowd.fill(house, "T0ACME", plan.people());
    }
    var cluster = new Cluster(NODES);
    Map<String, String> settings = new HashMap<>(Cluster.settings(url));
    settings.put("HERALD_ENCRYPTION_KEY", TestKeys.text(7));
    try (var office = new Office(settings, cluster::start);
        var database = Database.open(url)) {
      Crowd.accounts(plan.people()).forEach(id -> office.slack.addPerson(id, "Person " + id));
      return run(plan, office, cluster, database);
    }
  }

  private static List<Figure> run(Plan plan, Office office, Cluster cluster, Database database)
      throws InterruptedException {
    Patience.draft(office, "To everybody");
    var review = office.review("To everybody", "Waiting for an approver");
    office.slack.limits().permit(SEND, plan.perMinute());
    office.slack.limits().oncePerSecondAndChannel(SEND);
    long before = office.slack.ledger().attempts(SEND);
    office.clara().press("Approve", review);
    while (office.slack.ledger().attempts(SEND) < before + 10) {
      Thread.sleep(50);
    }
    pass(plan.first());
    Seen began = seen(office);
    pass(plan.steady() / 2);
    cluster.node(0).kill();
    cluster.node(0).again();
    pass(plan.steady() - plan.steady() / 2);
    Seen steady = seen(office);
    say("steady", steady.aMinute(began));

    var random = new Random(42);
    office
        .slack
        .faults()
        .weather(
            (method, channel) ->
                method.equals(SEND) && random.nextInt(100) < 30
                    ? Fault.rateLimited(2)
                    : Fault.none());
    pass(plan.storm());
    office.slack.faults().clear();
    pass(plan.calm());
    Seen calm = seen(office);
    pass(plan.calm());
    Seen after = seen(office);
    say("after the storm", after.aMinute(calm));
    long missing = missing(plan, office, database);
    long early = office.slack.limits().early();
    return List.of(
        share("the pace of three nodes, one killed", steady.aMinute(began), plan),
        new Figure(
            "calls refused meanwhile",
            percent(steady.refusedOf(began)),
            (steady.asked() - began.asked()) + " calls",
            "",
            "at most 1 %",
            steady.refusedOf(began) <= 0.01),
        share("the pace from " + plan.calm() + " s after a storm", after.aMinute(calm), plan),
        new Figure(
            "calls before Retry-After was over", Long.toString(early), "", "", "0", early == 0),
        new Figure(
            "people who got nothing, unless it is unknown",
            Long.toString(missing),
            plan.people() + " people",
            "",
            "0",
            missing == 0));
  }

  private static Figure share(String what, double measured, Plan plan) {
    return Figure.atLeast(
        what,
        aMinute(measured),
        aMinute(plan.perMinute()) + " permitted",
        measured / plan.perMinute(),
        0.95,
        "at least 0.95");
  }

  private static void say(String what, double aMinute) {
    System.out.printf(Locale.ROOT, "  %s: %.0f a minute%n", what, aMinute);
  }

  private static void pass(int seconds) throws InterruptedException {
    Thread.sleep(seconds * 1_000L);
  }

  private static Seen seen(Office office) {
    return new Seen(
        office.slack.ledger().attempts(SEND), office.slack.limits().refused(), System.nanoTime());
  }

  /** Waits for the end of the push; then everybody has a card, or nobody can tell. */
  private static long missing(Plan plan, Office office, Database database)
      throws InterruptedException {
    long end = System.nanoTime() + 600_000_000_000L;
    while (true) {
      long unknown = database.inTransaction(tx -> tx.sql(BenchSql.class).unknown());
      long reached =
          office.slack.ledger().calls(SEND).stream()
              .map(PaceBench::recipient)
              .filter(to -> to.startsWith("U1"))
              .distinct()
              .count();
      long missing = plan.people() - reached - unknown;
      if (missing <= 0 || System.nanoTime() > end) {
        return Math.max(0, missing);
      }
      Thread.sleep(2_000);
    }
  }

  private static String recipient(Call call) {
    return call.arg("channel");
  }

  private static String aMinute(double number) {
    return String.format(Locale.ROOT, "%.0f a minute", number);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", share * 100);
  }
}
