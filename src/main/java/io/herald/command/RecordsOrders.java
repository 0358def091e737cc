package io.herald.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What is ordered of the record at the command line: carried out where the data is. */
final class RecordsOrders {
  private RecordsOrders() {}

  /** Exports. */
  @Command(
      name = "export",
      description = {
        "Exports the record, or a part of it, to a zip: a page to read and search, tables, and"
            + " what proves them. What a person shared is in it only with --person and --reason."
      })
  static final class Export implements Callable<Integer> {
    private final Ordering ordering;

    @Mixin final Help help = new Help();

    @Spec CommandSpec spec = CommandSpec.create();

    @Option(
        names = "--out",
        required = true,
        paramLabel = "FILE.zip",
        description = "Where to; no file may be there yet.")
    Path out = Path.of("");

    @Option(
        names = "--from",
        paramLabel = "TIME",
        description = "The first day, as 2027-03-01 (UTC), or a time, as 2027-03-01T09:30:00Z.")
    @Nullable String from;

    @Option(
        names = "--to",
        paramLabel = "TIME",
        description = "The last day, which is in it, or the time before which it ends.")
    @Nullable String to;

    @Option(
        names = "--person",
        paramLabel = "WHO",
        description = "An e-mail address, or the platform's id, as U0123456789.")
    @Nullable String person;

    @Option(
        names = "--campaign",
        paramLabel = "CAMPAIGN",
        description = "A campaign's number or name.")
    @Nullable String campaign;

    @Option(
        names = "--text",
        paramLabel = "WORDS",
        description = "Only entries in which this occurs, whatever its case.")
    @Nullable String text;

    @Option(
        names = "--reason",
        paramLabel = "WHY",
        description =
            "Why shares and wordings of the person are wanted. It is recorded, and the person"
                + " reads it.")
    @Nullable String reason;

    Export(Ordering ordering) {
      this.ordering = ordering;
    }

    @Override
    public Integer call() {
      var arguments =
          new ArrayList<String>(List.of("out", out.toAbsolutePath().normalize().toString()));
      put(arguments, "from", from);
      put(arguments, "to", to);
      put(arguments, "person", person);
      put(arguments, "campaign", campaign);
      put(arguments, "text", text);
      put(arguments, "reason", reason);
      return ordering.order(spec.commandLine(), "records export", arguments.toArray(String[]::new));
    }

    private static void put(List<String> arguments, String name, @Nullable String value) {
      if (value != null) {
        arguments.add(name);
        arguments.add(value);
      }
    }
  }

  /** Prints the key. */
  @Command(
      name = "key",
      description = {
        "Prints the key with which exports are verified, and its fingerprint. Keep it where nobody"
            + " who runs Herald can change it."
      })
  static final class Key implements Callable<Integer> {
    private final Ordering ordering;

    @Mixin final Help help = new Help();

    @Spec CommandSpec spec = CommandSpec.create();

    Key(Ordering ordering) {
      this.ordering = ordering;
    }

    @Override
    public Integer call() {
      return ordering.order(spec.commandLine(), "records key");
    }
  }
}
