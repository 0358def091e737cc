package io.herald.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2FileTest {
  @TempDir Path directory;

  /** What a kill leaves is the file as it lies there: here it is copied after each commit. */
  @Test
  void what_was_committed_is_found_after_a_kill_wherever_the_file_had_room_for_it()
      throws Exception {
    long seed = System.nanoTime();
    System.out.println("H2FileTest seed " + seed);
    var random = new Random(seed);
    Path file = directory.resolve("herald.mv.db");
    Path left = Files.createDirectories(directory.resolve("left")).resolve("herald.mv.db");
    try (Connection connection = open(file);
        Statement statement = connection.createStatement()) {
      // Room in the file is given away at once, not after 45 seconds.
      statement.execute("SET RETENTION_TIME 0");
      statement.execute("CREATE TABLE note (words VARCHAR(8000))");
      for (int number = 1; number <= 100; number++) {
        statement.execute("INSERT INTO note VALUES (SPACE(" + random.nextInt(8_000) + "))");
        Files.deleteIfExists(left);
        Files.copy(file, left);
        assertThat(found(left)).as("commit %d, seed %d", number, seed).isEqualTo(number);
      }
    }
  }

  private static int found(Path file) throws SQLException {
    try (Connection connection = open(file);
        Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM note")) {
      count.next();
      return count.getInt(1);
    }
  }

  private static Connection open(Path file) throws SQLException {
    Path name = file.resolveSibling(file.getFileName().toString().replace(".mv.db", ""));
    return DriverManager.getConnection(H2.hardened(H2.file(name)));
  }
}
