package io.herald.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
          "LOCK_TIMEOUT=10000",
          // A delivery takes some forty statements; with the usual eight each is parsed every time.
          "QUERY_CACHE_SIZE=128");

  private static final Pattern FILE = Pattern.compile("jdbc:h2:(file:)([^;]+)(.*)");

  private H2() {}

  /** The address of a database file, without its ending. */
  public static String file(Path path) {
    return "jdbc:h2:file:" + path.toAbsolutePath();
  }

  /** Where the database of an address lies, without the ending; none where it is no file. */
  public static Optional<Path> path(String url) {
    Matcher file = FILE.matcher(url);
    return file.matches() ? Optional.of(Path.of(file.group(2))) : Optional.empty();
  }

  /** The same address with its file elsewhere. */
  public static String at(String url, Path path) {
    Matcher file = FILE.matcher(url);
    if (!file.matches()) {
      throw new IllegalArgumentException("not the address of a file");
    }
    return file(path) + file.group(3);
  }

  /** One of the files of a database. */
  public static Path file(Path path, String ending) {
    return path.resolveSibling(path.getFileName() + ending);
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
