package io.herald.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which database addresses Herald takes. */
final class DatabaseUrls {
  private static final String H2 = "jdbc:h2:";
  private static final String H2_FILE = "jdbc:h2:file:";
  private static final String POSTGRESQL = "jdbc:postgresql:";

  /**
   * All that an H2 address may decide. The rest is Herald's: WRITE_DELAY, for one, loses what was
   * acknowledged, and MODE changes the SQL.
   */
  private static final Set<String> H2_OPTIONS = Set.of("USER", "PASSWORD", "CACHE_SIZE");

  private DatabaseUrls() {}

  static boolean isPostgreSql(String url) {
    return url.startsWith(POSTGRESQL);
  }

  /** What is wrong with an address; never says more of it than the names of its options. */
  static Optional<String> mistake(String url) {
    if (isPostgreSql(url)) {
      return url.matches("jdbc:postgresql:(//[^/?#\\s]+/)?[^/?#\\s]+(\\?\\S*)?")
          ? Optional.empty()
          : Optional.of("should look like jdbc:postgresql://host:5432/database.");
    }
    if (!url.startsWith(H2_FILE) || url.length() == H2_FILE.length()) {
      return Optional.of(
          url.startsWith(H2)
              ? "should name an H2 file: jdbc:h2:file:/path/to/herald."
              : "should begin with jdbc:postgresql: or jdbc:h2:file:.");
    }
    List<String> foreign =
        Arrays.stream(url.split(";", -1))
            .skip(1)
            .map(option -> option.split("=", 2)[0].strip().toUpperCase(Locale.ROOT))
            .filter(option -> !option.isEmpty() && !H2_OPTIONS.contains(option))
            .distinct()
            .sorted()
            .toList();
    return foreign.isEmpty()
        ? Optional.empty()
        : Optional.of("should not set " + String.join(", ", foreign) + ": Herald decides that.");
  }
}
