package io.herald.command.check;

import io.herald.settings.Secret;
import io.herald.settings.StorageSettings;
import io.herald.store.DatabaseProbe;
import io.herald.store.DatabaseProbe.Trouble;
import io.herald.store.H2;
import java.util.Optional;

/** Whether the database opens. */
final class DatabaseCheck {
  private DatabaseCheck() {}

  static Outcome look(StorageSettings settings) {
    return trouble(settings).map(DatabaseCheck::mend).orElse(Outcome.fine());
  }

  /** The same, where a Herald that serves has the database open by right. */
  static Outcome lookBeside(RunningHerald running, StorageSettings settings) {
    return trouble(settings)
        .filter(trouble -> trouble != Trouble.LOCKED || !running.answers())
        .map(DatabaseCheck::mend)
        .orElse(Outcome.fine());
  }

  private static Optional<Trouble> trouble(StorageSettings settings) {
    String url =
        settings.databaseUrl().map(Secret::reveal).orElse(H2.file(settings.databaseFile()));
    return DatabaseProbe.trouble(url).filter(trouble -> trouble != Trouble.MISSING);
  }

  private static Outcome mend(Trouble trouble) {
    return switch (trouble) {
      case LOCKED ->
          Outcome.mend(
              "The database is locked: another process has it open.",
              "End that process (fuser on the .mv.db file names it); H2 lets one in at a time.");
      case UNREACHABLE ->
          Outcome.mend(
              "The database server does not answer.",
              "Start it, or mend host and port in HERALD_DATABASE_URL.");
      case LOGIN_REFUSED ->
          Outcome.mend(
              "The database refuses the user or the password.",
              "Mend user and password in HERALD_DATABASE_URL.");
      case UNKNOWN_DATABASE ->
          Outcome.mend(
              "The server has no database of that name.",
              "Create it (createdb), or mend the name in HERALD_DATABASE_URL.");
      case MISSING, BROKEN ->
          Outcome.mend(
              "The database does not open, although it is there.",
              "Look at what serve logs; if the file is broken, restore the newest backup.");
    };
  }
}
