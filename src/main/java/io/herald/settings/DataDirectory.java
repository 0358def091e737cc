package io.herald.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;

/** The directory of Herald's own files: made at the first start, for its owner alone. */
public final class DataDirectory {
  /** Name of the H2 file, without its ending. */
  static final String DATABASE = "herald";

  private static final String KEY_FILE = "encryption.key";

  private final Path directory;

  private DataDirectory(Path directory) {
    this.directory = directory;
  }

  /**
   * Makes the directory (mode 0700) where it is missing; one that is there keeps its mode.
   *
   * @throws UncheckedIOException when it cannot be made
   */
  public static DataDirectory prepare(Path directory) {
    try {
      if (!Files.isDirectory(directory)) {
        Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(mode("rwx------")));
      }
      return new DataDirectory(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("The data directory " + directory + " cannot be made", e);
    }
  }

  /** Whether an H2 database lies in a directory. */
  public static boolean holdsDatabase(Path directory) {
    return Files.exists(directory.resolve(DATABASE + ".mv.db"));
  }

  /** Where the key file of a directory is, there or not. */
  public static Path keyFile(Path directory) {
    return directory.resolve(KEY_FILE);
  }

  /**
   * The keys to use: those of the settings, else those of the key file, which is made (mode 0600)
   * where there is none. To be asked before a new database is made here.
   *
   * @throws IllegalStateException when the key file does not hold keys, or is gone while the
   *     database is there; it is never replaced, for what it encrypted would be lost
   */
  public EncryptionKeys keys(StorageSettings settings, SecureRandom random) {
    return settings.keys().orElseGet(() -> fromFile(random));
  }

  private EncryptionKeys fromFile(SecureRandom random) {
    try {
      Path file = keyFile(directory);
      if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
        if (holdsDatabase(directory)) {
          throw new IllegalStateException(
              file + " is gone, and its database is not: bring it back");
        }
        make(file, random);
      }
      return read(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The key file in " + directory + " cannot be used", e);
    }
  }

  /** What a key file holds: as {@code HERALD_ENCRYPTION_KEY}, on one line or several. */
  public static EncryptionKeys read(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8).strip();
    return new EncryptionKeys(
        List.of(text.split("[,\\s]+")).stream()
            .map(
                one ->
                    EncryptionKey.read(one)
                        .orElseThrow(
                            () ->
                                new IllegalStateException(
                                    file + " does not hold 32 bytes in base64: bring it back")))
            .toList());
  }

  /** Written whole under another name first, so that no crash leaves half a key. */
  private static void make(Path file, SecureRandom random) throws IOException {
    byte[] bytes = new byte[EncryptionKey.LENGTH];
    random.nextBytes(bytes);
    String line = new EncryptionKey(bytes).base64() + "\n";
    Path draft =
        Files.createTempFile(
            file.toAbsolutePath().getParent(),
            KEY_FILE,
            ".new",
            PosixFilePermissions.asFileAttribute(mode("rw-------")));
    try {
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
        channel.force(true);
      }
      // A hard link, unlike a move, never replaces a key that another process has just made.
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException madeMeanwhile) {
      // That one counts.
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /**
   * Takes away everything in the directory; for a sandbox that starts afresh.
   *
   * @throws UncheckedIOException when something cannot be deleted
   */
  public static void empty(Path directory) {
    try (var files = Files.walk(directory)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        if (!file.equals(directory)) {
          Files.delete(file);
        }
      }
    } catch (NoSuchFileException nothingThere) {
      // As empty as can be.
    } catch (IOException e) {
      throw new UncheckedIOException(directory + " cannot be emptied", e);
    }
  }

  private static Set<java.nio.file.attribute.PosixFilePermission> mode(String permissions) {
    return PosixFilePermissions.fromString(permissions);
  }
}
