package io.herald.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The backups that Herald keeps by itself, in a directory of the data directory: those of the
 * nights, and what a restore put aside. Their names say when they were made, so that no file's time
 * that a copy changes decides how long they stay.
 */
public final class KeptBackups {
  static final String ENDING = ".backup";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);
  private static final Pattern NAME =
      Pattern.compile(
          "(herald|before-restore)-(\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\dZ)"
              + "(\\.backup|\\.mv\\.db|\\.backup\\.part)");

  private final Path directory;
  private final Duration keep;

  /**
   * @param data the data directory
   * @param keep how long they stay
   */
  public KeptBackups(Path data, Duration keep) {
    this.directory = data.resolve("backups");
    this.keep = keep;
  }

  /** A backup and when it was made. */
  record Kept(Path file, Instant madeAt) {}

  /** Where the backup of a moment is to lie. */
  Path nightly(Instant at) throws IOException {
    return file("herald", at, ENDING);
  }

  /** Where what was there before a restore is to lie. */
  Path beforeRestore(Instant at, String ending) throws IOException {
    return file("before-restore", at, ending);
  }

  private Path file(String what, Instant at, String ending) throws IOException {
    Files.createDirectories(
        directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    return directory.resolve(what + "-" + TIME.format(at) + ending);
  }

  /** All of them, oldest first. */
  List<Kept> all() throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    var all = new ArrayList<Kept>();
    try (Stream<Path> files = Files.list(directory)) {
      files.forEach(file -> madeAt(file).ifPresent(at -> all.add(new Kept(file, at))));
    }
    all.sort(Comparator.comparing(Kept::madeAt));
    return all;
  }

  /** Takes away those that are too old; what is not Herald's own stays. */
  void rotate(Instant now) throws IOException {
    for (Kept kept : all()) {
      if (kept.madeAt().isBefore(now.minus(keep))) {
        Files.deleteIfExists(kept.file());
      }
    }
  }

  /** When the last backup that was made before a moment is gone, at the latest. */
  public Instant goneAfter(Instant moment) {
    return moment.plus(keep);
  }

  /** Whether none is left that was made before a moment. */
  public boolean noneFromBefore(Instant moment) throws IOException {
    return all().stream().noneMatch(kept -> kept.madeAt().isBefore(moment));
  }

  private static Optional<Instant> madeAt(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    try {
      return name.matches()
          ? Optional.of(Instant.from(TIME.parse(name.group(2))))
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
