package io.herald.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a backup. */
@Command(
    name = "backup",
    description = {
      "Writes a backup of everything to a new file, also while Herald runs, and opens it to"
          + " verify. It is encrypted; the key is not in it."
    })
final class BackupCommand implements Callable<Integer> {
  private final Ordering ordering;

  @Mixin final Help help = new Help();

  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "FILE", description = "Where to; no file may be there yet.")
  Path file = Path.of("");

  BackupCommand(Ordering ordering) {
    this.ordering = ordering;
  }

  @Override
  public Integer call() {
    return ordering.order(
        spec.commandLine(), "backup", file.toAbsolutePath().normalize().toString());
  }
}
