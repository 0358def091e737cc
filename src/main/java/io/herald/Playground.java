package io.herald;

import io.herald.chat.FirstSettings;
import io.herald.members.Platform;
import io.herald.sandbox.Opening;
import io.herald.sandbox.Sandbox;
import io.herald.sandbox.Shortcut;
import io.herald.settings.Secret;
import io.herald.settings.Settings;
import io.herald.settings.SlackSettings;
import io.herald.web.Mount;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sandbox as a Herald uses it: the settings that lead to its pretend Slack, and its page. */
final class Playground implements AutoCloseable {
  private final Sandbox sandbox;
  private final Opening opening;

  private Playground(Sandbox sandbox) {
    this.sandbox = sandbox;
    this.opening = new Opening(sandbox);
  }

  static Playground open(Settings settings, InstantSource clock, SecureRandom random) {
    return new Playground(
        Sandbox.open(
            settings.storage().directory().resolve("slack"),
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

  FirstSettings firstSettings() {
    return new FirstSettings(
        Map.of(Platform.SLACK, Sandbox.APPROVERS_CHANNEL.replace("#", "")),
        List.of(sandbox.adminEmail()),
        List.of(sandbox.approverEmail()));
  }

  List<Mount> mounts() {
    return List.of(new Mount(Sandbox.PATH, sandbox.handler()));
  }

  /** Herald listens here now; in a new workspace life begins. */
  void deliverTo(URI herald) {
    sandbox.deliverTo(herald.resolve("/slack/events"));
    opening.begin();
  }

  @Override
  public void close() {
    opening.close();
    sandbox.close();
  }
}
