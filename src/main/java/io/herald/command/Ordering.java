package io.herald.command;

import io.herald.backup.Restore;
import io.herald.command.check.Checks;
import io.herald.command.check.Finding;
import io.herald.console.Asking;
import io.herald.console.Told;
import io.herald.settings.Settings;
import io.herald.store.DatabaseProbe;
import io.herald.store.DatabaseProbe.Trouble;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** Has an order carried out where the data is: by the Herald that runs on it, else here. */
final class Ordering {
  private final Map<String, String> environment;
  private final Data data;

  Ordering(Map<String, String> environment, Data data) {
    this.environment = environment;
    this.data = data;
  }

  /**
   * Gives an order and prints what is told of it.
   *
   * @param arguments paths among them are absolute: the Herald that runs was started elsewhere
   * @return the exit code
   */
  int order(CommandLine command, String name, String... arguments) {
    Settings settings = Settings.read(environment);
    var told = new Printed(command.getOut(), command.getErr());
    List<String> all = List.of(arguments);
    try {
      return Asking.order(settings.storage().directory(), name, all, told)
          .orElseGet(() -> here(settings, name, all, told));
    } catch (IOException e) {
      throw new CannotStart(
          "Herald ended while it carried this out. Look at its log, then ask again.");
    }
  }

  /** Puts a backup in the place of the data; no Herald may run meanwhile. */
  Restore.Restored restore(Path backup, boolean evenUnsaved) {
    Settings settings = Settings.read(environment);
    if (Asking.answers(settings.storage().directory())) {
      throw new CannotStart("A Herald runs on this data. Stop it, then restore.");
    }
    if (!Files.isRegularFile(backup)) {
      throw new CannotStart("There is no file " + backup + ".");
    }
    try {
      return data.restore(settings, backup, evenUnsaved);
    } catch (Restore.NotSaved e) {
      throw new CannotStart(
          e.getMessage()
              + "\nNothing was changed. Where it is not needed any more, add "
              + RestoreCommand.UNSAVED
              + ": then it is lost, and the backup takes its place.");
    } catch (IOException e) {
      throw new CannotStart(String.valueOf(e.getMessage()));
    }
  }

  private int here(Settings settings, String name, List<String> arguments, Told told) {
    Optional<Trouble> trouble = DatabaseProbe.trouble(settings.storage().url());
    if (trouble.equals(Optional.of(Trouble.MISSING))) {
      throw new CannotStart(
          "There is no database in "
              + settings.storage().directory()
              + ": Herald has not run with these settings yet.");
    }
    if (trouble.equals(Optional.of(Trouble.LOCKED))) {
      throw new CannotStart(
          "A Herald has the database open and does not take orders: is it just starting or ending,"
              + " or does it run as another user? Try again as its own user.");
    }
    try (Data.Opened opened = open(settings)) {
      return opened.orders().carryOut(name, arguments, told);
    }
  }

  private Data.Opened open(Settings settings) {
    try {
      return data.open(settings);
    } catch (RuntimeException e) {
      List<Finding> found = Checks.ofStorage(settings.storage());
      if (found.isEmpty()) {
        throw e;
      }
      throw new CannotStart(
          found.stream()
              .map(finding -> finding.wrong() + "\n" + finding.remedy())
              .collect(Collectors.joining("\n")));
    }
  }

  private record Printed(PrintWriter out, PrintWriter err) implements Told {
    @Override
    public void say(String line) {
      out.println(line);
      out.flush();
    }

    @Override
    public void complain(String line) {
      err.println(line);
      err.flush();
    }
  }
}
