package io.herald.command;

import io.herald.command.check.Check;
import io.herald.command.check.Checks;
import io.herald.command.check.Finding;
import io.herald.command.check.Outcome;
import io.herald.settings.Settings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what is wrong and how to mend it, and changes nothing. */
@Command(
    name = "check",
    description = {
      "Says what is wrong with settings, scopes, database and addresses, and how to mend it."
          + " Changes nothing. Exits with 0 when all is well, 1 when there is something to mend,"
          + " 78 for wrong settings."
    })
final class CheckCommand implements Callable<Integer> {
  private final Map<String, String> environment;
  private final InstantSource clock;

  @Mixin final Help help = new Help();

  @Spec CommandSpec spec = CommandSpec.create();

  CheckCommand(Map<String, String> environment, InstantSource clock) {
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Settings settings = Settings.read(environment);
    PrintWriter out = spec.commandLine().getOut();
    if (settings.sandbox()) {
      out.println("With no credentials set, Herald is a sandbox.");
    }
    int found = 0;
    try (var checks = new Checks(settings, configFile(), clock)) {
      for (Check check : checks.all()) {
        found += report(out, check.name(), check.look().get());
      }
    }
    out.println(found == 0 ? "Nothing to mend." : found + " to mend.");
    out.flush();
    return found == 0 ? 0 : 1;
  }

  private Optional<Path> configFile() {
    return Optional.ofNullable(environment.get("HERALD_CONFIG"))
        .filter(name -> !name.isBlank())
        .map(name -> Path.of(name.strip()));
  }

  private static int report(PrintWriter out, String name, Outcome outcome) {
    for (Finding finding : outcome.findings()) {
      out.println("mend  " + name + ": " + finding.wrong());
      out.println("      " + finding.remedy());
    }
    if (outcome.findings().isEmpty()) {
      out.println(
          outcome.unknown().map(why -> "?     " + name + ": " + why + ".").orElse("ok    " + name));
    }
    out.flush();
    return outcome.findings().size();
  }
}
