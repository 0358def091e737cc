package io.herald.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.store.DatabaseProbe.Trouble;
import io.herald.testkit.TestDatabase;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseProbeTest {
  @TempDir Path directory;

  @Test
  void a_file_that_is_not_there_is_not_made() {
    assertThat(DatabaseProbe.trouble(H2.file(directory.resolve("none")))).contains(Trouble.MISSING);
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void a_database_that_was_closed_in_order_can_be_used() {
    String url = H2.file(directory.resolve("herald"));
    Database.open(url).close();

    assertThat(DatabaseProbe.trouble(url)).isEmpty();
  }

  @Test
  void a_database_whose_process_was_killed_can_be_used() throws Exception {
    String url = H2.file(directory.resolve("herald"));
    Process writer = Killed.start(url);
    assertThat(DatabaseProbe.trouble(url)).contains(Trouble.LOCKED);
    writer.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

    byte[] before = Files.readAllBytes(directory.resolve("herald.mv.db"));
    assertThat(DatabaseProbe.trouble(url)).isEmpty();
    assertThat(directory.resolve("herald.mv.db")).hasBinaryContent(before);
  }

  @Test
  void a_locked_and_a_broken_file_are_told_apart() throws IOException {
    String url = H2.file(directory.resolve("herald"));
    Database.open(url).close();
    Path file = directory.resolve("herald.mv.db");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.lock();
      assertThat(DatabaseProbe.trouble(url)).contains(Trouble.LOCKED);
    }
    Files.writeString(file, "x".repeat(10_000));
    assertThat(DatabaseProbe.trouble(url)).contains(Trouble.BROKEN);
  }

  @Test
  void a_server_says_what_it_refuses() {
    String good = TestDatabase.POSTGRESQL.url();

    assertThat(DatabaseProbe.trouble(good)).isEmpty();
    assertThat(DatabaseProbe.trouble(good.replaceFirst("test_\\d+", "nowhere")))
        .contains(Trouble.UNKNOWN_DATABASE);
    assertThat(DatabaseProbe.trouble(good.replaceFirst("user=\\w+", "user=nobody")))
        .contains(Trouble.LOGIN_REFUSED);
    assertThat(DatabaseProbe.trouble("jdbc:postgresql://127.0.0.1:1/herald"))
        .contains(Trouble.UNREACHABLE);
  }

  /** A process that holds a database until it is killed, in the middle of a transaction. */
  static final class Killed {
    private Killed() {}

    static Process start(String url) throws IOException {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Killed.class.getName(),
                  url)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      assertThat(process.inputReader().readLine()).isEqualTo("open");
      return process;
    }

    public static void main(String[] arguments) throws Exception {
      Database.open(arguments[0]);
      var connection = java.sql.DriverManager.getConnection(H2.hardened(arguments[0]));
      connection.setAutoCommit(false);
      connection.createStatement().execute("CREATE TABLE half (n INT)");
      connection.createStatement().execute("INSERT INTO half VALUES (1)");
      System.out.println("open");
      Thread.sleep(60_000);
    }
  }
}
