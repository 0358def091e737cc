package io.herald.journey;

import io.herald.Assembly;
import io.herald.command.Running;
import io.herald.sandbox.Actor;
import io.herald.sandbox.Message;
import io.herald.sandbox.Setup;
import io.herald.sandbox.SlackDouble;
import io.herald.settings.Settings;
import io.herald.testkit.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** A pretend Slack with people in it, and a whole Herald that serves them. */
public final class Office implements AutoCloseable {
  // What a journey shows is not how quick the machine is that it runs on.
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  public final SlackDouble slack;
  final Map<String, String> settings = new HashMap<>();
  private final Running herald;

  Office() {
    this(Map.of());
  }

  /** An office whose Herald has other settings than it would have. */
  Office(Map<String, String> others) {
    this(others, environment -> Assembly.of(Settings.read(environment)));
  }

  /** An office whose Herald is started in another way, from its settings. */
  public Office(Map<String, String> others, Function<Map<String, String>, Running> start) {
    slack =
        SlackDouble.start(Setup.with(InstantSource.system(), new Random(1)).withPatience(PATIENCE));
    slack.addPerson("U0AMIRA", "Amira Haddad");
    slack.addPerson("U0BEN", "Ben Okafor");
    slack.addPerson("U0CLARA", "Clara Novak");
    slack.addPerson("U0OTTO", "Otto Maier");
    slack.addPerson("U0DAN", "Dan Lindqvist");
    String bot = slack.installation().botUser();
    slack.addChannel(
        "C0APPROVALS", "approvals", "U0AMIRA", "U0CLARA", "U0OTTO", "U0DAN", "U0BEN", bot);
    slack.addChannel("C0NEWS", "news", "U0AMIRA", "U0BEN", "U0DAN", bot);
    slack.addChannel("C0ALONE", "alone", "U0DAN");
    settings.put("SLACK_BOT_TOKEN", slack.botToken());
    settings.put("SLACK_SIGNING_SECRET", slack.signingSecret());
    settings.put("HERALD_SLACK_API_URL", slack.apiUrl());
    settings.put("HERALD_DATA", folder().toString());
    settings.put("HERALD_PORT", "0");
    settings.put("HERALD_OPERATIONS_PORT", Integer.toString(HeraldProcess.freePort()));
    settings.put("HERALD_PUBLIC_URL", "http://127.0.0.1");
    settings.put("HERALD_GRACE", "1s");
    settings.put("HERALD_ADMINS", "dan@acme.example");
    settings.put("HERALD_APPROVERS", "clara@acme.example, otto@acme.example");
    settings.put("HERALD_APPROVERS_CHANNEL", "approvals");
    settings.putAll(others);
    herald = start.apply(settings);
    slack.deliverTo(herald.address().resolve("/slack/events"));
    // The roles are looked up in the background.
    slack.await("the settings to be looked up", () -> lookedUp());
  }

  /** Settings with which an office's Herald keeps its data in a new database of a kind. */
  public static Map<String, String> on(TestDatabase database) {
    return database == TestDatabase.H2_FILE
        ? Map.of()
        : Map.of(
            "HERALD_DATABASE_URL",
            database.url(),
            "HERALD_ENCRYPTION_KEY",
            Base64.getEncoder().encodeToString(new byte[32]));
  }

  private java.util.Optional<Boolean> lookedUp() {
    boolean done =
        slack.ledger().calls("users.info").size() >= 3
            && !slack.ledger().calls("conversations.list").isEmpty();
    return done ? java.util.Optional.of(true) : java.util.Optional.empty();
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("herald-office");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Where this Herald really listens. */
  URI address() {
    return herald.address();
  }

  public Actor amira() {
    return slack.as("U0AMIRA");
  }

  public Actor ben() {
    return slack.as("U0BEN");
  }

  public Actor clara() {
    return slack.as("U0CLARA");
  }

  public Actor otto() {
    return slack.as("U0OTTO");
  }

  public Actor dan() {
    return slack.as("U0DAN");
  }

  /** Somebody joins; who they are is looked up first. */
  public void join(Actor person) {
    person.command("/herald join");
    until(
        person.person().name() + " to have joined",
        () ->
            slack.ephemerals(person.person().id()).stream()
                .anyMatch(m -> m.shown().contains("You have joined")));
  }

  /** Somebody submits a draft about nothing in particular. */
  public void draft(Actor author, String headline) {
    author.command("/herald draft https://acme.example/page Words about " + headline + ".");
    author.modal("New draft").fill("Headline", headline).submit();
  }

  /** The review card of a draft, once something stands on it. */
  public Message review(String headline, String words) {
    return slack.awaitIn(
        "approvals", m -> m.shown().contains(headline) && m.shown().contains(words));
  }

  /** A draft that was submitted, approved and is live. */
  public void live(Actor author, String headline) {
    draft(author, headline);
    clara().press("Approve", review(headline, "Waiting for an approver"));
    review(headline, "It is live");
  }

  /** Opens an address of Herald's, as a browser would. */
  public HttpResponse<String> open(String address) {
    return open(address, Browser.FIREFOX);
  }

  HttpResponse<String> open(String address, String agent) {
    return send("GET", address, agent);
  }

  /** Sends an empty request, as a browser would whose user presses the only button of a page. */
  HttpResponse<String> send(String method, String address) {
    return send(method, address, Browser.FIREFOX);
  }

  private HttpResponse<String> send(String method, String address, String agent) {
    return Browser.send(herald.address(), method, address, agent);
  }

  /** Presses the button of a download's page; what comes is not text. */
  HttpResponse<byte[]> fetch(String address) {
    return Browser.fetch(herald.address(), address);
  }

  /** One of Herald's own numbers, all its lines together. */
  long number(String beginning) {
    URI metrics =
        URI.create("http://127.0.0.1:" + settings.get("HERALD_OPERATIONS_PORT") + "/metrics");
    return Browser.send(HttpRequest.newBuilder(metrics).build())
        .body()
        .lines()
        .filter(line -> line.startsWith(beginning))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** Waits until something holds. */
  public void until(String what, BooleanSupplier holds) {
    slack.await(
        what,
        () -> holds.getAsBoolean() ? java.util.Optional.of(true) : java.util.Optional.empty());
  }

  /** Herald ends in order; the pretend Slack goes on. */
  void stop() {
    herald.close();
  }

  @Override
  public void close() {
    herald.close();
    slack.close();
  }
}
