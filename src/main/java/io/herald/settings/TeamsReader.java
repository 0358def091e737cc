package io.herald.settings;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what is set for Teams, or all the mistakes in it. Used once. */
final class TeamsReader {
  private static final Pattern GUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern CHANNEL = Pattern.compile("#?[^#,]{1,200}");
  private static final List<String> CREDENTIALS =
      List.of(Names.APP_ID, Names.APP_PASSWORD, Names.APP_TENANT);

  private final Given given;
  private final Reading reading;

  TeamsReader(Given given, Reading reading) {
    this.given = given;
    this.reading = reading;
  }

  /** Whether anything says that Teams is meant. */
  static boolean isMeant(Given given) {
    return CREDENTIALS.stream().anyMatch(given::has)
        || given.get(Names.TEAMS_DEVELOPMENT).filter(value -> !value.equals("false")).isPresent();
  }

  Optional<TeamsSettings> read() {
    boolean development = development();
    if (CREDENTIALS.stream().anyMatch(given::has)) {
      if (development) {
        reading.wrong(
            Names.TEAMS_DEVELOPMENT,
            "should not be true beside MicrosoftAppId: with a registration, tokens are asked for.");
      }
      return registration().map(registration -> new TeamsSettings(Optional.of(registration)));
    }
    if (!development) {
      return Optional.empty();
    }
    onThisMachineAlone();
    return Optional.of(new TeamsSettings(Optional.empty()));
  }

  private boolean development() {
    String value = given.get(Names.TEAMS_DEVELOPMENT).orElse("false");
    if (!value.equals("true") && !value.equals("false")) {
      reading.wrong(Names.TEAMS_DEVELOPMENT, "should be true or false.");
    }
    return value.equals("true");
  }

  private Optional<TeamsSettings.Registration> registration() {
    for (String name : CREDENTIALS) {
      if (!given.has(name)) {
        reading.wrong(name, "is missing; the three Microsoft settings belong together.");
      }
    }
    guid(Names.APP_ID, "the Application (client) ID");
    guid(Names.APP_TENANT, "the Directory (tenant) ID");
    Optional<String> password = given.get(Names.APP_PASSWORD);
    if (password.filter(word -> word.chars().anyMatch(c -> c <= ' ' || c > '~')).isPresent()) {
      reading.wrong(
          Names.APP_PASSWORD, "should be the value of a client secret (not its id), in one word.");
    }
    return CREDENTIALS.stream().allMatch(given::has)
        ? Optional.of(
            new TeamsSettings.Registration(
                given.get(Names.APP_ID).orElseThrow(),
                new Secret(password.orElseThrow()),
                given.get(Names.APP_TENANT).orElseThrow()))
        : Optional.empty();
  }

  private void guid(String name, String what) {
    if (given.get(name).filter(value -> !GUID.matcher(value).matches()).isPresent()) {
      reading.wrong(
          name,
          "should be "
              + what
              + " of the app registration in Entra, like 11111111-2222-3333-4444-555555555555.");
    }
  }

  /** Without a token anybody could be anybody, so nobody else may reach Herald, nor it others. */
  private void onThisMachineAlone() {
    String bind = given.get(Names.BIND).orElse("127.0.0.1");
    if (!Hosts.isLoopback(bind)) {
      needsLoopback(Names.BIND);
    }
    if (given.get(Names.PUBLIC_URL).filter(TeamsReader::isElsewhere).isPresent()) {
      needsLoopback(Names.PUBLIC_URL);
    }
    boolean slack = given.has(Names.BOT_TOKEN) || given.has(Names.SIGNING_SECRET);
    if (slack && given.get(Names.SLACK_API_URL).map(TeamsReader::isElsewhere).orElse(true)) {
      needsLoopback(Names.SLACK_API_URL);
    }
  }

  private void needsLoopback(String name) {
    reading.wrong(
        name,
        "should be on this machine (127.0.0.1) while HERALD_TEAMS_DEVELOPMENT is true, which takes"
            + " requests without a token.");
  }

  private static boolean isElsewhere(String address) {
    try {
      String host = new URI(address).getHost();
      return host == null || !Hosts.isLoopback(host);
    } catch (java.net.URISyntaxException e) {
      return true;
    }
  }

  Optional<String> approversChannel(boolean teams) {
    Optional<String> channel = given.get(Names.TEAMS_APPROVERS_CHANNEL);
    if (channel.isPresent() && !teams) {
      reading.wrong(
          Names.TEAMS_APPROVERS_CHANNEL,
          "should not be set without MicrosoftAppId, MicrosoftAppPassword and"
              + " MicrosoftAppTenantId.");
    }
    if (channel.isPresent() && !CHANNEL.matcher(channel.get()).matches()) {
      reading.wrong(
          Names.TEAMS_APPROVERS_CHANNEL,
          "should be one channel: its id (19:…@thread.tacv2), or its name.");
    }
    return channel.map(value -> value.startsWith("#") ? value.substring(1) : value);
  }
}
