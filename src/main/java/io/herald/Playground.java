package io.herald;

import io.herald.chat.FirstSettings;
import io.herald.chat.teams.TeamsApp;
import io.herald.chat.teams.TeamsCloud;
import io.herald.chat.teams.TeamsRoom;
import io.herald.members.Platform;
import io.herald.sandbox.Opening;
import io.herald.sandbox.Sandbox;
import io.herald.sandbox.Shortcut;
import io.herald.sandbox.teams.TeamsDouble;
import io.herald.sandbox.teams.TeamsSetup;
import io.herald.settings.Secret;
import io.herald.settings.Settings;
import io.herald.settings.SlackSettings;
import io.herald.store.Database;
import io.herald.web.Mount;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sandbox as a Herald uses it: the settings that lead to its pretend platforms, and its page.
 */
final class Playground implements AutoCloseable {
  private final Sandbox sandbox;
  private final Opening opening;

  private Playground(Sandbox sandbox) {
    this.sandbox = sandbox;
    this.opening = new Opening(sandbox, true);
  }

  static Playground open(Settings settings, InstantSource clock, SecureRandom random) {
    return new Playground(
        Sandbox.open(
            settings.storage().directory(),
            clock,
            random,
            ZoneId.systemDefault(),
            List.of(
                new Shortcut("Turn into a draft", "herald_turn_into_draft", true),
                new Shortcut("New draft", "herald_draft", false))));
  }

  SlackSettings slack() {
    return new SlackSettings(
        new Secret(sandbox.botToken()),
        new Secret(sandbox.signingSecret()),
        Optional.of(URI.create(sandbox.apiUrl())));
  }

  /** The room of the pretend Teams: as for a registration, with the double as Microsoft's cloud. */
  TeamsRoom teams(Database database, Incidents incidents, InstantSource clock) {
    TeamsDouble teams = sandbox.teams();
    TeamsSetup setup = teams.setup();
    URI origin = URI.create(teams.origin());
    return new TeamsRoom(
        new TeamsApp(setup.appId(), setup.secret(), setup.tenant()),
        new TeamsCloud(
            List.of(origin.getRawAuthority()),
            teams.openIdUrl(),
            teams.origin(),
            teams.serviceUrl()),
        database,
        incidents,
        clock);
  }

  FirstSettings firstSettings() {
    String channel = Sandbox.APPROVERS_CHANNEL.replace("#", "");
    return new FirstSettings(
        Map.of(Platform.SLACK, channel, Platform.TEAMS, sandbox.teams().channel(channel).id()),
        List.of(sandbox.adminEmail()),
        List.of(sandbox.approverEmail()));
  }

  List<Mount> mounts() {
    return List.of(new Mount(Sandbox.PATH, sandbox.handler()));
  }

  /** Herald listens here now; in a new workspace life begins. */
  void deliverTo(URI herald) {
    sandbox.deliverTo(herald);
    opening.begin();
  }

  @Override
  public void close() {
    opening.close();
    sandbox.close();
  }
}
