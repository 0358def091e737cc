package io.herald.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The settings without which H2 loses acknowledged commits, or speaks another SQL. */
public final class H2 {
  /**
   * WRITE_DELAY=0: with the default of 500 ms every kill -9 lost acknowledged commits (20 of 20).
   * The rest makes it read PostgreSQL's SQL and sort as PostgreSQL does.
   */
  private static final List<String> SETTINGS =
      List.of(
          "MODE=PostgreSQL",
          "DATABASE_TO_LOWER=TRUE",
          "DEFAULT_NULL_ORDERING=HIGH",
          "WRITE_DELAY=0",
          "DB_CLOSE_ON_EXIT=FALSE",
          "LOCK_TIMEOUT=10000");

  private H2() {}

  /** The address of a database file, without its ending. */
  public static String file(Path path) {
    return "jdbc:h2:file:" + path.toAbsolutePath();
  }

  static String hardened(String url) {
    for (String setting : SETTINGS) {
      String name = setting.substring(0, setting.indexOf('='));
      if (url.toUpperCase(Locale.ROOT).contains(";" + name + "=")) {
        throw new IllegalArgumentException(
            "The database address must not set " + name + ": Herald does.");
      }
    }
    return HeadedPath.in(url) + ";" + String.join(";", SETTINGS);
  }
}
