package io.herald.command;

import io.herald.backup.Restore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
  static final String UNSAVED = "--without-saving";

  private final Ordering ordering;

  @Mixin final Help help = new Help();

  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "FILE", description = "A backup of Herald's.")
  Path file = Path.of("");

  @Option(
      names = UNSAVED,
      description = {
        "Goes on where what is in the database of a server cannot be saved first, because it is"
            + " broken or there is no room: it is lost then."
      })
  boolean unsaved;

  RestoreCommand(Ordering ordering) {
    this.ordering = ordering;
  }

  @Override
  public Integer call() {
    Restore.Restored restored = ordering.restore(file.toAbsolutePath().normalize(), unsaved);
    PrintWriter out = spec.commandLine().getOut();
    out.println("Restored as of " + restored.madeAt() + ". What happened later is gone.");
    restored
        .former()
        .ifPresent(former -> out.println("What was there before lies in " + former + "."));
    out.flush();
    return 0;
  }
}
