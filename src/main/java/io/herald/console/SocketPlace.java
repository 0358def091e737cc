package io.herald.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where the socket of a data directory lies: in a directory of its own that nobody but its owner
 * may enter, so that it is never open to others, not even while it is made.
 */
final class SocketPlace {
  /** The system takes 108 bytes with the one that ends them; some take less. */
  private static final int LONGEST = 100;

  private static final String NAME = "socket";

  private final Path directory;
  private final Path elsewhere;

  SocketPlace(Path data) {
    this.directory = data.toAbsolutePath().resolve("commands");
    this.elsewhere = directory.resolve("elsewhere");
  }

  /** A path for a new socket, in a directory that is there and ours. */
  Path make() throws IOException {
    Files.createDirectories(directory, ownersOnly());
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    Path socket = directory.resolve(NAME);
    if (socket.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
      Files.deleteIfExists(elsewhere);
      return socket;
    }
    Path other = Files.createTempDirectory("herald-", ownersOnly()).resolve(NAME);
    Files.writeString(elsewhere, other.toString());
    return other;
  }

  /** Where the socket is, if there is one: the path may lead to nothing. */
  Path find() throws IOException {
    try {
      return Path.of(Files.readString(elsewhere).strip());
    } catch (NoSuchFileException none) {
      return directory.resolve(NAME);
    }
  }

  /** Takes a socket away, with the directory that was made for it alone. */
  void remove(Path socket) throws IOException {
    Files.deleteIfExists(socket);
    if (!socket.startsWith(directory)) {
      Files.deleteIfExists(socket.getParent());
      Files.deleteIfExists(elsewhere);
    }
  }

  private static java.nio.file.attribute.FileAttribute<?> ownersOnly() {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  }
}
