package io.herald;

import io.herald.chat.Chat;
import io.herald.chat.Courier;
import io.herald.chat.slack.SlackRoom;
import io.herald.chat.teams.TeamsApp;
import io.herald.chat.teams.TeamsCloud;
import io.herald.chat.teams.TeamsRoom;
import io.herald.settings.SlackSettings;
import io.herald.settings.TeamsSettings;
import io.herald.store.Database;
import io.herald.web.Health;
import io.herald.web.Mount;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The platforms that a Herald is on: Slack, Teams, or both. */
final class Rooms implements AutoCloseable {
  private final Optional<SlackRoom> slack;
  private final List<String> slackSecrets;
  private final Optional<TeamsRoom> teams;
  private final InstantSource clock;

  private Rooms(
      Optional<SlackRoom> slack,
      List<String> slackSecrets,
      Optional<TeamsRoom> teams,
      InstantSource clock) {
    this.slack = slack;
    this.slackSecrets = slackSecrets;
    this.teams = teams;
    this.clock = clock;
  }

  static Rooms open(
      Optional<SlackSettings> slack,
      Optional<TeamsSettings> teams,
      Database database,
      Incidents incidents,
      InstantSource clock) {
    return with(
        slack,
        teams.map(settings -> teams(settings, database, incidents, clock)),
        incidents,
        clock);
  }

  /**
   * @param teams a room that was made already, or none
   */
  static Rooms with(
      Optional<SlackSettings> slack,
      Optional<TeamsRoom> teams,
      Incidents incidents,
      InstantSource clock) {
    return new Rooms(
        slack.map(
            settings ->
                new SlackRoom(
                    settings.botToken().reveal(),
                    settings.apiUrl().map(URI::toString).orElse(null),
                    incidents)),
        slack.map(settings -> List.of(settings.signingSecret().reveal())).orElse(List.of()),
        teams,
        clock);
  }

  private static TeamsRoom teams(
      TeamsSettings settings, Database database, Incidents incidents, InstantSource clock) {
    return settings
        .registration()
        .map(
            registered ->
                new TeamsRoom(
                    new TeamsApp(
                        registered.appId(), registered.password().reveal(), registered.tenant()),
                    TeamsCloud.COMMERCIAL,
                    database,
                    incidents,
                    clock))
        .orElseGet(() -> TeamsRoom.development(database, incidents, clock));
  }

  List<Courier> couriers() {
    var couriers = new ArrayList<Courier>();
    slack.ifPresent(room -> couriers.add(room.courier()));
    teams.ifPresent(room -> couriers.add(room.courier()));
    return couriers;
  }

  List<Health> health() {
    var checks = new ArrayList<Health>();
    slack.ifPresent(
        room ->
            checks.add(
                Health.informative(
                    "slack",
                    () -> room.connection().trouble().map(kind -> "Slack says " + kind + "."))));
    teams.ifPresent(room -> checks.add(Health.informative("teams", room::trouble)));
    return checks;
  }

  /** What answers each platform's requests. */
  List<Mount> mounts(Chat chat) {
    var mounts = new ArrayList<Mount>();
    slack.ifPresent(room -> mounts.add(room.mount(chat.desk()::handle, slackSecrets, clock)));
    teams.ifPresent(
        room ->
            mounts.add(
                room.mount(
                    chat.desk()::handle,
                    chat.desk()::rehearse,
                    chat.showing()::at,
                    tenant -> chat.applyFirstSettings())));
    return mounts;
  }

  void start() {
    slack.ifPresent(SlackRoom::start);
    teams.ifPresent(TeamsRoom::start);
  }

  @Override
  public void close() {
    teams.ifPresent(TeamsRoom::close);
    slack.ifPresent(SlackRoom::close);
  }
}
