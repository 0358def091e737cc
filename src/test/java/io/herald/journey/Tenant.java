package io.herald.journey;

import io.herald.Assembly;
import io.herald.command.Running;
import io.herald.sandbox.teams.TeamsActor;
import io.herald.sandbox.teams.TeamsDouble;
import io.herald.sandbox.teams.TeamsMessage;
import io.herald.sandbox.teams.TeamsSetup;
import io.herald.settings.Settings;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** A pretend Teams with the people of the {@link Office} in it, tried without a registration. */
public final class Tenant implements AutoCloseable {
  public final TeamsDouble teams =
      TeamsDouble.start(TeamsSetup.with(InstantSource.system(), new Random(1)).withoutTokens());

  public Tenant() {
    teams.addPerson("Amira Haddad");
    teams.addPerson("Ben Okafor");
    teams.addPerson("Clara Novak");
    teams.addPerson("Otto Maier");
    teams.addPerson("Dan Lindqvist");
    teams.addChannel("approvals");
  }

  /** What a Herald needs to know that serves this tenant. */
  public Map<String, String> settings() {
    return Map.of(
        "HERALD_TEAMS_DEVELOPMENT", "true", "HERALD_TEAMS_APPROVERS_CHANNEL", "#approvals");
  }

  /** Starts a Herald and lets it know where the tenant is, which only an activity tells. */
  Running start(Map<String, String> settings) {
    return start(settings, environment -> Assembly.of(Settings.read(environment)));
  }

  /** As {@link #start(Map)}, for a Herald that is started in another way, from its settings. */
  public Running start(
      Map<String, String> settings, Function<Map<String, String>, Running> starting) {
    Running herald = starting.apply(settings);
    teams.deliverTo(herald.address().resolve("/api/messages"));
    dan().addToTeam();
    return herald;
  }

  /** Somebody submits a draft about nothing in particular. */
  void draft(TeamsActor author, String headline) {
    int before = author.chatWithBot().size();
    author.type("draft https://acme.example/page Words about " + headline + ".");
    TeamsMessage form =
        teams.await(
            "a form before " + author.person().name(),
            () ->
                author.chatWithBot().stream()
                    .skip(before)
                    .filter(each -> each.inputs().contains("Headline"))
                    .findFirst());
    author.form(form).fill("Headline", headline).press("Submit");
  }

  TeamsActor amira() {
    return teams.as("Amira");
  }

  TeamsActor ben() {
    return teams.as("Ben");
  }

  TeamsActor clara() {
    return teams.as("Clara");
  }

  TeamsActor otto() {
    return teams.as("Otto");
  }

  TeamsActor dan() {
    return teams.as("Dan");
  }

  @Override
  public void close() {
    teams.close();
  }
}
