package io.herald.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Random;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2RoomTest {
  private static final int ROWS = 20_000;
  private static final int COMMITS = 3_000;
  private static final String CHANGE = "UPDATE note SET number = ? WHERE id = ?";
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir Path directory;

  /** Commits that change a row here and there leave pages in force all over the file. */
  @Test
  void a_file_in_which_room_is_made_grows_little_however_much_is_written() throws Exception {
    long without = afterCommits("without", false);
    long with = afterCommits("with", true);

    assertThat(with).as("grew to %d bytes without", without).isLessThan(without / 3);
  }

  @Test
  void what_a_kill_leaves_while_room_is_made_is_all_there() throws Exception {
    Path file = file("killed");
    Path left = Files.createDirectories(directory.resolve("left")).resolve("killed.mv.db");
    long seed = System.nanoTime();
    System.out.println("H2RoomTest seed " + seed);
    var random = new Random(seed);
    try (Connection connection = filled(file);
        PreparedStatement change = connection.prepareStatement(CHANGE)) {
      for (int number = 1; number <= COMMITS; number++) {
        change(change, random, number);
        if (number % 10 == 0) {
          H2Room.make(connection, Duration.ZERO);
        }
        if (number % 100 <= 1) {
          Files.deleteIfExists(left);
          Files.copy(file, left);
          assertThat(found(left)).as("commit %d, seed %d", number, seed).isEqualTo(number);
        }
      }
    }
  }

  /** What is younger than three seconds is left alone: the disk may go back to it. */
  @Test
  void whoever_makes_sure_of_the_disk_each_second_has_room_made() {
    try (var database = Database.open(H2.file(directory.resolve("herald")))) {
      database.run(tx -> tx.sql(Notes.class).table());
      database.run(tx -> tx.sql(Notes.class).fill(ROWS - 1));
      var random = new Random(7);
      for (int number = 1; number <= 300; number++) {
        int value = number;
        database.run(tx -> tx.sql(Notes.class).change(random.nextInt(ROWS), value));
      }

      await()
          .atMost(LONG)
          .pollInterval(Duration.ofMillis(500))
          .untilAsserted(
              () -> {
                database.syncToDisk();
                Notes.Room room = database.inTransaction(tx -> tx.sql(Notes.class).room());
                assertThat(room.keptMillis()).isEqualTo(3_000);
                assertThat(room.older()).isBetween(50, 99);
              });
    }
  }

  interface Notes {
    @SqlUpdate("CREATE TABLE note (id INT PRIMARY KEY, number INT, words VARCHAR(200))")
    void table();

    @SqlUpdate("INSERT INTO note SELECT s.n, 0, SPACE(100) FROM generate_series(0, :last) AS s(n)")
    void fill(int last);

    @SqlUpdate("UPDATE note SET number = :number WHERE id = :id")
    void change(int id, int number);

    @SqlQuery(
        """
        SELECT
          (SELECT CAST(setting_value AS INT) FROM information_schema.settings
           WHERE setting_name = 'RETENTION_TIME') AS kept_millis,
          (SELECT CAST(setting_value AS INT) FROM information_schema.settings
           WHERE setting_name = 'info.CHUNKS_FILL_RATE_RW') AS older
        """)
    Room room();

    /** How long H2 keeps what is not in force, and how much of what is older is, in per cent. */
    record Room(int keptMillis, int older) {}
  }

  private long afterCommits(String name, boolean room) throws SQLException, IOException {
    Path file = file(name);
    var random = new Random(7);
    try (Connection connection = filled(file);
        PreparedStatement change = connection.prepareStatement(CHANGE)) {
      for (int number = 1; number <= COMMITS; number++) {
        change(change, random, number);
        if (room && number % 100 == 0) {
          H2Room.make(connection, LONG);
        }
      }
      return Files.size(file);
    }
  }

  private static void change(PreparedStatement change, Random random, int number)
      throws SQLException {
    change.setInt(1, number);
    change.setInt(2, random.nextInt(ROWS));
    change.executeUpdate();
  }

  /** Room in it is given away at once, not after 45 seconds. */
  private static Connection filled(Path file) throws SQLException {
    Connection connection = open(file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET RETENTION_TIME 0");
      statement.execute("CREATE TABLE note (id INT PRIMARY KEY, number INT, words VARCHAR(200))");
      statement.execute(
          "INSERT INTO note SELECT s.n, 0, SPACE(100) FROM generate_series(0, "
              + (ROWS - 1)
              + ") AS s(n)");
    }
    return connection;
  }

  private static int found(Path file) throws SQLException {
    try (Connection connection = open(file);
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("SELECT MAX(number), COUNT(*) FROM note")) {
      found.next();
      assertThat(found.getInt(2)).isEqualTo(ROWS);
      return found.getInt(1);
    }
  }

  private Path file(String name) {
    return directory.resolve(name + ".mv.db");
  }

  private static Connection open(Path file) throws SQLException {
    Path name = file.resolveSibling(file.getFileName().toString().replace(".mv.db", ""));
    return DriverManager.getConnection(H2.hardened(H2.file(name)));
  }
}
