package io.herald.command;

import io.herald.backup.Restore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Restores a backup. */
@Command(
    name = "restore",
    description = {
      "Puts what stands in a backup in the place of the database, which is kept aside. No Herald"
          + " may run meanwhile. A backup from H2 can be restored into PostgreSQL, and the other"
          + " way about."
    })
final class RestoreCommand implements Callable<Integer> {
  private final Ordering ordering;

  @Mixin final Help help = new Help();

  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "FILE", description = "A backup of Herald's.")
  Path file = Path.of("");

  RestoreCommand(Ordering ordering) {
    this.ordering = ordering;
  }

  @Override
  public Integer call() {
    Restore.Restored restored = ordering.restore(file.toAbsolutePath().normalize());
    PrintWriter out = spec.commandLine().getOut();
    out.println("Restored as of " + restored.madeAt() + ". What happened later is gone.");
    restored
        .former()
        .ifPresent(former -> out.println("What was there before lies in " + former + "."));
    out.flush();
    return 0;
  }
}
