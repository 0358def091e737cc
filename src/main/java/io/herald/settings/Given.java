package io.herald.settings;

import io.herald.words.Nearest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;

/** What was given under known names, blanks left out, and the mistakes in the names themselves. */
record Given(Map<String, String> values, List<Mistake> mistakes) {
  private static final String PREFIX = "HERALD_";

  /** The file's values with the environment's over them; an empty value counts as not given. */
  static Given from(Map<String, String> environment) {
    var mistakes = new ArrayList<Mistake>();
    var unknown = new TreeSet<String>();
    var values = new HashMap<String, String>();
    file(environment, mistakes)
        .forEach(
            (name, value) -> {
              // The file is Herald's alone, so any other name in it is a mistake.
              if (!Names.KNOWN.contains(name) || name.equals(Names.CONFIG)) {
                unknown.add(name);
              }
              values.put(name, value.strip());
            });
    environment.forEach(
        (name, value) -> {
          if (Names.KNOWN.contains(name)) {
            if (!value.isBlank()) {
              values.put(name, value.strip());
            }
          } else if (name.toUpperCase(Locale.ROOT).startsWith(PREFIX)) {
            unknown.add(name);
          }
        });
    values.values().removeIf(String::isEmpty);
    unknown.forEach(name -> mistakes.add(new Mistake(name, unknown(name))));
    return new Given(Map.copyOf(values), List.copyOf(mistakes));
  }

  Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  private static String unknown(String name) {
    if (name.equals(Names.CONFIG)) {
      return "is for the environment; the file cannot name a file.";
    }
    return "Herald knows no such setting."
        + Nearest.to(name.toUpperCase(Locale.ROOT), Names.KNOWN_UPPER.keySet())
            .map(near -> " Did you mean " + Names.KNOWN_UPPER.get(near) + "?")
            .orElse("");
  }

  private static Map<String, String> file(Map<String, String> environment, List<Mistake> mistakes) {
    String name = environment.getOrDefault(Names.CONFIG, "").strip();
    var values = new HashMap<String, String>();
    if (name.isEmpty()) {
      return values;
    }
    try (var reader = Files.newBufferedReader(Path.of(name), StandardCharsets.UTF_8)) {
      var properties = new Properties();
      properties.load(reader);
      properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
    } catch (IOException | InvalidPathException e) {
      mistakes.add(new Mistake(Names.CONFIG, "should name a properties file that can be read."));
    } catch (IllegalArgumentException badEscape) {
      mistakes.add(
          new Mistake(Names.CONFIG, "should name a properties file; this one has a broken \\u."));
    }
    return values;
  }
}
