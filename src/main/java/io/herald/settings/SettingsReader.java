package io.herald.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns what was given into settings, or into all the mistakes in it. Used once. */
final class SettingsReader {
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+|[0-9A-Fa-f:.]+(%\\w+)?");
  private static final Pattern CHANNEL = Pattern.compile("#?[^\\s#,]+");

  private final Given given;
  private final Reading reading;
  private final TeamsReader teams;
  private final boolean sandbox;
  private final boolean slack;

  SettingsReader(Given given) {
    this.given = given;
    this.reading = new Reading(given);
    this.teams = new TeamsReader(given, reading);
    this.sandbox = Sandbox.isMeant(given);
    this.slack =
        given.has(Names.BOT_TOKEN)
            || given.has(Names.SIGNING_SECRET)
            || !(sandbox || TeamsReader.isMeant(given));
  }

  Settings read() {
    Path data = reading.directory(Names.DATA, "data");
    if (sandbox) {
      reading.wrong(Sandbox.mistakes(given, data));
    }
    var settings =
        new Settings(
            sandbox,
            listening(),
            PublicUrl.read(given, reading, !sandbox),
            slack ? slack() : Optional.empty(),
            sandbox ? Optional.empty() : teams.read(),
            storage(sandbox ? data.resolve(Sandbox.DIRECTORY) : data),
            approversChannel(),
            teams.approversChannel(TeamsReader.isMeant(given)),
            reading.people(Names.ADMINS),
            reading.people(Names.APPROVERS),
            reading.duration(
                Names.GRACE, Duration.ofSeconds(sandbox ? 3 : 30), Duration.ofHours(24)),
            reminders(),
            linkedIn());
    if (!slack && !sandbox && given.has(Names.SLACK_API_URL)) {
      reading.wrong(
          Names.SLACK_API_URL,
          "should not be set without SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET.");
    }
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
    Duration keepBackups =
        reading.duration(Names.KEEP_BACKUPS, Duration.ofDays(14), Duration.ofDays(3_650));
    return new StorageSettings(directory, url.map(Secret::new), keys, keepBackups);
  }

  private Optional<String> approversChannel() {
    Optional<String> channel = given.get(Names.APPROVERS_CHANNEL);
    if (channel.isPresent() && !CHANNEL.matcher(channel.get()).matches()) {
      reading.wrong(Names.APPROVERS_CHANNEL, "should be one channel: its name or its id.");
    }
    if (channel.isPresent() && !slack && !sandbox) {
      reading.wrong(
          Names.APPROVERS_CHANNEL,
          "should not be set without Slack; Teams' is HERALD_TEAMS_APPROVERS_CHANNEL.");
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
