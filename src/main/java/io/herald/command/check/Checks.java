package io.herald.command.check;

import io.herald.chat.slack.SlackProbe;
import io.herald.chat.teams.TeamsCloud;
import io.herald.chat.teams.TeamsProbe;
import io.herald.settings.Listening;
import io.herald.settings.Settings;
import io.herald.settings.StorageSettings;
import io.herald.settings.TeamsSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** All there is to look at, in the order in which things are mended best. */
public final class Checks implements AutoCloseable {
  private final List<Check> all = new ArrayList<>();
  private final Optional<SlackProbe> slack;
  private final Optional<TeamsProbe> teams;

  /**
   * @param configFile the file that HERALD_CONFIG names, if one does
   */
  public Checks(Settings settings, Optional<Path> configFile, InstantSource clock) {
    this(settings, configFile, TeamsCloud.COMMERCIAL, clock);
  }

  /**
   * @param cloud where Microsoft's services are
   */
  Checks(Settings settings, Optional<Path> configFile, TeamsCloud cloud, InstantSource clock) {
    this.slack = settings.slack().map(SlackProbe::new);
    this.teams =
        settings
            .teams()
            .flatMap(TeamsSettings::registration)
            .map(registered -> new TeamsProbe(registered, cloud, clock));
    var storage = settings.storage();
    var running = RunningHerald.ask(settings.listening().operationsPort());
    configFile.ifPresent(file -> add("settings file", () -> ConfigFileCheck.look(file)));
    add("data directory", () -> DirectoryCheck.look(storage.directory()));
    add("encryption key", () -> KeyCheck.look(storage));
    add("database", () -> DatabaseCheck.lookBeside(running, storage));
    if (running.answers()) {
      add("running Herald", running::look);
    } else {
      ports(settings.listening());
    }
    settings
        .publicUrl()
        .ifPresent(
            url ->
                add(
                    "public address",
                    () -> AddressCheck.look(url, settings.slack().flatMap(s -> s.apiUrl()))));
    slack.ifPresent(probe -> all.addAll(new SlackChecks(settings, probe, clock).all()));
    teams.ifPresent(probe -> all.addAll(new TeamsChecks(settings, probe).all()));
    if (settings.teams().filter(TeamsSettings::development).isPresent()) {
      all.add(TeamsChecks.development());
    }
  }

  /** What stands in the way of a start here, where one has just failed. */
  public static List<Finding> ofStorage(StorageSettings storage) {
    return Stream.of(
            DirectoryCheck.usable(storage.directory()),
            KeyCheck.usable(storage),
            DatabaseCheck.look(storage))
        .flatMap(outcome -> outcome.findings().stream())
        .toList();
  }

  private void ports(Listening listening) {
    add("port", () -> PortCheck.look("HERALD_PORT", listening.bind(), listening.port()));
    add(
        "operations port",
        () -> PortCheck.look("HERALD_OPERATIONS_PORT", "127.0.0.1", listening.operationsPort()));
  }

  private void add(String name, Supplier<Outcome> look) {
    all.add(new Check(name, look));
  }

  /** Each looks when its turn comes. */
  public List<Check> all() {
    return List.copyOf(all);
  }

  @Override
  public void close() {
    teams.ifPresent(TeamsProbe::close);
    slack.ifPresent(SlackProbe::close);
  }
}
