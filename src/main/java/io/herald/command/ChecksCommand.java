package io.herald.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The rules by which texts are checked. */
@Command(
    name = "checks",
    description = "Loads rules by which texts are checked.",
    synopsisSubcommandLabel = "load")
final class ChecksCommand implements Callable<Integer> {
  @Mixin final Help help = new Help();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return spec.exitCodeOnInvalidInput();
  }

  /** Loads a pack. */
  @Command(
      name = "load",
      description = {
        "Puts a pack of rules into force, also while Herald runs, in the place of the one with its"
            + " id. A faulty one is refused whole, with the lines; the old one stays in force."
      })
  static final class Load implements Callable<Integer> {
    private final Ordering ordering;

    @Mixin final Help help = new Help();

    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(
        index = "0",
        paramLabel = "FILE",
        description = "A YAML file, as the page on rule packs describes it.")
    Path file = Path.of("");

    Load(Ordering ordering) {
      this.ordering = ordering;
    }

    @Override
    public Integer call() {
      return ordering.order(
          spec.commandLine(), "checks load", file.toAbsolutePath().normalize().toString());
    }
  }
}
