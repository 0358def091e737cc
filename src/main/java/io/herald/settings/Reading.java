package io.herald.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads single values of each kind, and keeps every mistake it meets on the way. Used once. */
final class Reading {
  /** An address, a Slack id, an id in Entra, or a Teams id. */
  private static final Pattern PERSON =
      Pattern.compile(
          "[^@\\s]+@[^@\\s]+\\.[^@\\s]+|[UW]\\w{5,}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
              + "|29:\\S+");

  private final Given given;
  private final List<Mistake> mistakes;

  Reading(Given given) {
    this.given = given;
    this.mistakes = new ArrayList<>(given.mistakes());
  }

  void wrong(String name, String shouldBe) {
    mistakes.add(new Mistake(name, shouldBe));
  }

  void wrong(List<Mistake> more) {
    mistakes.addAll(more);
  }

  void endWithMistakes() {
    if (!mistakes.isEmpty()) {
      throw new WrongSettings(mistakes);
    }
  }

  Optional<Secret> secret(String name, String what) {
    Optional<String> value = given.get(name);
    if (value.isEmpty()) {
      wrong(name, "is missing: " + what + " of your Slack app.");
    } else if (value.get().chars().anyMatch(c -> c <= ' ' || c > '~')) {
      wrong(name, "should be " + what + " of your Slack app, in one word.");
    }
    return value.map(Secret::new);
  }

  Optional<URI> address(String name, String example) {
    Optional<String> value = given.get(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(value.get());
      if (Hosts.isSafe(uri)) {
        return Optional.of(uri);
      }
    } catch (URISyntaxException broken) {
      // The same answer as for any other address that will not do.
    }
    wrong(
        name,
        "should be an https address like "
            + example
            + " (http only on this machine, like http://127.0.0.1:8080).");
    return Optional.empty();
  }

  int port(String name, int otherwise) {
    Optional<String> value = given.get(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    if (value.get().matches("\\d{1,5}") && Integer.parseInt(value.get()) <= 65_535) {
      return Integer.parseInt(value.get());
    }
    wrong(name, "should be a port from 1 to 65535, or 0 for any that is free.");
    return otherwise;
  }

  Path directory(String name, String otherwise) {
    try {
      return Path.of(given.get(name).orElse(otherwise)).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      wrong(name, "should be the path of a directory.");
      return Path.of(otherwise).toAbsolutePath();
    }
  }

  Duration duration(String name, Duration otherwise, Duration longest) {
    Optional<String> value = given.get(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    Optional<Duration> read = Durations.read(value.get());
    if (read.isEmpty() || read.get().compareTo(longest) > 0) {
      wrong(
          name, "should be a time like 30s, 5m or 0s (none), at most " + longest.toHours() + "h.");
    }
    return read.orElse(otherwise);
  }

  List<String> people(String name) {
    List<String> people = given.get(name).map(Reading::list).orElse(List.of());
    for (int i = 0; i < people.size(); i++) {
      if (!PERSON.matcher(people.get(i)).matches()) {
        wrong(
            name,
            "should be e-mail addresses, Slack ids or Entra ids with commas between; number "
                + (i + 1)
                + " is none.");
      }
    }
    return people;
  }

  Optional<EncryptionKeys> keys(String name) {
    if (!given.has(name)) {
      return Optional.empty();
    }
    List<String> written = list(given.get(name).orElse(""));
    List<EncryptionKey> read =
        written.stream().map(EncryptionKey::read).flatMap(Optional::stream).toList();
    if (read.isEmpty() || read.size() < written.size()) {
      wrong(
          name,
          "should be 32 bytes in base64, or several, newest first, with commas between."
              + " Make one with: openssl rand -base64 32");
      return Optional.empty();
    }
    if (new HashSet<>(read).size() < read.size()) {
      wrong(name, "should not hold the same key twice.");
    }
    return Optional.of(new EncryptionKeys(read));
  }

  private static List<String> list(String value) {
    return Arrays.stream(value.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }
}
