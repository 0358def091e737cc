package io.herald.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns what was given into settings, or into all the mistakes in it. Used once. */
final class SettingsReader {
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+|[0-9A-Fa-f:.]+(%\\w+)?");
  private static final Pattern CHANNEL = Pattern.compile("#?[^\\s#,]+");
  private static final String SLACK_ONLY =
      "should not be set: this version of Herald speaks Slack only, not Teams.";

  private final Given given;
  private final Reading reading;
  private final boolean sandbox;

  SettingsReader(Given given) {
    this.given = given;
    this.reading = new Reading(given);
    this.sandbox = Sandbox.isMeant(given);
  }

  Settings read() {
    Path data = reading.directory(Names.DATA, "data");
    if (sandbox) {
      reading.wrong(Sandbox.mistakes(given, data));
    }
    refuseTeams();
    var settings =
        new Settings(
            sandbox,
            listening(),
            PublicUrl.read(given, reading, !sandbox),
            sandbox ? Optional.empty() : slack(),
            storage(sandbox ? data.resolve(Sandbox.DIRECTORY) : data),
            approversChannel(),
            reading.people(Names.ADMINS),
            reading.people(Names.APPROVERS),
            reading.duration(
                Names.GRACE, Duration.ofSeconds(sandbox ? 3 : 30), Duration.ofHours(24)),
            reminders(),
            linkedIn());
    reading.endWithMistakes();
    return settings;
  }

  private ReminderTimes reminders() {
    var usual = ReminderTimes.USUAL;
    Duration longest = Duration.ofDays(60);
    var times =
        new ReminderTimes(
            reading.duration(Names.REMIND_THREAD, usual.thread(), longest),
            reading.duration(Names.REMIND_APPROVERS, usual.deciders(), longest),
            reading.duration(Names.REMIND_ADMINS, usual.admins(), longest));
    if (!times.inOrder()) {
      reading.wrong(
          Names.REMIND_THREAD,
          "should be shorter than HERALD_REMIND_APPROVERS, and that than HERALD_REMIND_ADMINS"
              + " (24h, 48h, 72h unless set); 0s means never.");
    }
    return times;
  }

  private void refuseTeams() {
    List<String> credentials = List.of(Names.APP_ID, Names.APP_PASSWORD, Names.APP_TENANT);
    List<String> missing = credentials.stream().filter(name -> !given.has(name)).toList();
    if (missing.isEmpty()) {
      reading.wrong(Names.APP_ID, SLACK_ONLY);
    } else if (missing.size() < credentials.size()) {
      missing.forEach(
          name -> reading.wrong(name, "is missing; the three Microsoft settings belong together."));
    }
    if (given.has(Names.TEAMS_APPROVERS_CHANNEL)) {
      reading.wrong(Names.TEAMS_APPROVERS_CHANNEL, SLACK_ONLY);
    }
    if (given.has(Names.TEAMS_DEVELOPMENT)
        && !given.get(Names.TEAMS_DEVELOPMENT).equals(Optional.of("false"))) {
      reading.wrong(Names.TEAMS_DEVELOPMENT, SLACK_ONLY);
    }
  }

  private Optional<SlackSettings> slack() {
    Optional<Secret> token = reading.secret(Names.BOT_TOKEN, "the bot token (OAuth & Permissions)");
    Optional<Secret> signing =
        reading.secret(Names.SIGNING_SECRET, "the signing secret (Basic Information)");
    Optional<URI> apiUrl = reading.address(Names.SLACK_API_URL, "https://slack.com/api/");
    if (token.isPresent() && !token.get().reveal().startsWith("xoxb-")) {
      reading.wrong(Names.BOT_TOKEN, "should be a bot token, which begins with xoxb-.");
    }
    if (apiUrl.isPresent() && !apiUrl.get().toString().endsWith("/api/")) {
      reading.wrong(Names.SLACK_API_URL, "should end with /api/.");
    }
    return token.isPresent() && signing.isPresent()
        ? Optional.of(new SlackSettings(token.get(), signing.get(), apiUrl))
        : Optional.empty();
  }

  private Listening listening() {
    String bind = given.get(Names.BIND).orElse("127.0.0.1").replaceAll("^\\[(.*)]$", "$1");
    if (!HOST.matcher(bind).matches()) {
      reading.wrong(Names.BIND, "should be an address of this machine, like 127.0.0.1 or 0.0.0.0.");
    }
    int port = reading.port(Names.PORT, 8080);
    int operations = reading.port(Names.OPERATIONS_PORT, 8081);
    if (port == operations && port != 0) {
      reading.wrong(
          Names.OPERATIONS_PORT, "should be another port than HERALD_PORT (8080 unless set).");
    }
    return new Listening(bind, port, operations);
  }

  private StorageSettings storage(Path directory) {
    Optional<String> url = given.get(Names.DATABASE_URL);
    url.flatMap(DatabaseUrls::mistake).ifPresent(what -> reading.wrong(Names.DATABASE_URL, what));
    Optional<EncryptionKeys> keys = reading.keys(Names.ENCRYPTION_KEY);
    if (url.filter(DatabaseUrls::isPostgreSql).isPresent() && !given.has(Names.ENCRYPTION_KEY)) {
      reading.wrong(
          Names.ENCRYPTION_KEY,
          "is missing: with PostgreSQL all nodes need the same one."
              + " Make it with: openssl rand -base64 32");
    }
    return new StorageSettings(directory, url.map(Secret::new), keys);
  }

  private Optional<String> approversChannel() {
    Optional<String> channel = given.get(Names.APPROVERS_CHANNEL);
    if (channel.isPresent() && !CHANNEL.matcher(channel.get()).matches()) {
      reading.wrong(Names.APPROVERS_CHANNEL, "should be one channel: its name or its id.");
    }
    return channel.map(value -> value.startsWith("#") ? value.substring(1) : value);
  }

  private LinkedIn linkedIn() {
    String value = given.get(Names.LINKEDIN).orElse("composer");
    return switch (value) {
      case "composer" -> LinkedIn.COMPOSER;
      case "share-offsite" -> LinkedIn.SHARE_OFFSITE;
      default -> {
        reading.wrong(Names.LINKEDIN, "should be composer or share-offsite.");
        yield LinkedIn.COMPOSER;
      }
    };
  }
}
