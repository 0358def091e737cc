package io.herald.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
  @TempDir Path temp;
  private Path directory;

  @BeforeEach
  void name_a_directory_that_is_not_there() {
    directory = temp.resolve("deep/data");
  }

  @Test
  void it_is_made_for_its_owner_alone_and_so_is_the_key() throws IOException {
    EncryptionKeys made = keys();

    assertThat(mode(directory)).isEqualTo("rwx------");
    assertThat(mode(DataDirectory.keyFile(directory))).isEqualTo("rw-------");
    assertThat(keys()).isEqualTo(made);
    assertThat(keys().newest().bytes()).hasSize(32);
    try (var files = Files.list(directory)) {
      assertThat(files).containsExactly(DataDirectory.keyFile(directory));
    }
  }

  @Test
  void a_broken_key_file_is_never_replaced() throws IOException {
    keys();
    Files.writeString(DataDirectory.keyFile(directory), "half a k");

    assertThatThrownBy(this::keys).isInstanceOf(IllegalStateException.class);
    assertThat(DataDirectory.keyFile(directory)).hasContent("half a k");
  }

  @Test
  void a_key_file_may_hold_retired_keys_after_the_newest() throws IOException {
    EncryptionKey first = keys().newest();
    Path file = DataDirectory.keyFile(directory);
    String second = new EncryptionKey(new byte[32]).base64();
    Files.writeString(file, second + "\n" + Files.readString(file));

    assertThat(keys().all()).containsExactly(new EncryptionKey(new byte[32]), first);
  }

  @Test
  void emptying_leaves_the_directory_and_what_is_beside_it() throws IOException {
    keys();
    Files.createDirectories(directory.resolve("a/b"));
    Files.writeString(directory.resolve("a/b/c"), "x");
    Files.writeString(directory.resolveSibling("other"), "x");

    DataDirectory.empty(directory);
    DataDirectory.empty(directory.resolve("not there"));

    assertThat(directory).isEmptyDirectory();
    assertThat(directory.resolveSibling("other")).exists();
  }

  private EncryptionKeys keys() {
    return DataDirectory.prepare(directory)
        .keys(
            new StorageSettings(
                directory, Optional.empty(), Optional.empty(), java.time.Duration.ZERO),
            new SecureRandom());
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
