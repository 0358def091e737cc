package io.herald.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.post.Post;
import io.herald.records.export.LedgerHouse;
import io.herald.records.export.Wanted;
import io.herald.records.proof.Checkpoint;
import io.herald.records.proof.Manifest;
import io.herald.records.proof.Verifier;
import io.herald.settings.EncryptionKeys;
import io.herald.store.Database;
import io.herald.store.H2;
import io.herald.store.Rows;
import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import io.herald.testkit.TestKeys;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothDatabases
class BackupsTest {
  private static final EncryptionKeys KEYS = TestKeys.of(1);

  private final TestDatabase kind;
  private final String url;
  private final House house;
  private final Backups backups;

  @TempDir Path data;

  BackupsTest(TestDatabase kind) {
    this.kind = kind;
    this.url = kind.url();
    this.house = new House(Database.open(url));
    this.backups = new Backups(house.database, KEYS, house.clock, new SecureRandom());
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void everything_comes_back_after_a_wreck_and_what_was_there_before_is_kept()
      throws IOException, SQLException {
    Person amira = house.joined("Amira");
    Post post = house.live(amira, house.member("Clara", Role.APPROVER), "Open day");
    Path file = data.resolve("one.backup");
    Backups.Made made = backups.make(file);
    String before = everything(house.database);
    house.live(amira, house.member("Otto", Role.APPROVER), "Gone later");
    house.close();
    wreck();

    if (kind == TestDatabase.POSTGRESQL) {
      assertThatThrownBy(() -> restore(file)).isInstanceOf(Restore.NotSaved.class);
      assertThat(tables()).as("what is left of it").contains("post").doesNotContain("revision");
      assertThat(data.resolve("backups")).doesNotExist();
    }
    Restore.Restored restored = restoring(url, KEYS).from(file, kind == TestDatabase.POSTGRESQL);

    assertThat(restored.madeAt()).isEqualTo(house.clock.instant().minus(House.GRACE));
    assertThat(made.rows()).isGreaterThan(20);
    try (var again = new House(Database.open(url))) {
      assertThat(everything(again.database)).isEqualTo(before);
      assertThat(again.in(tx -> again.posts.get(tx, post.id())).state())
          .isEqualTo(io.herald.post.PostState.LIVE);
      // No id that was given out after the backup comes to mean something else.
      assertThat(again.submitted(again.again(amira), "Next").id())
          .isGreaterThan(post.id() + 1_000_000);
    }
    if (kind == TestDatabase.H2_FILE) {
      assertThat(restored.former().orElseThrow()).hasContent("wrecked");
    }
  }

  @Test
  void the_record_of_a_restored_database_verifies_and_can_be_read() throws Exception {
    var ledger = new LedgerHouse(house.database);
    house.live(house.joined("Amira"), house.member("Clara", Role.APPROVER), "Open day");
    Checkpoint posted = ledger.checkpoints.make().orElseThrow().checkpoint();
    String chain = ledger.unpacked(Wanted.ALL).text("chain.txt");
    Path file = data.resolve("one.backup");
    backups.make(file);
    house.close();
    wreck();
    restoring(url, KEYS).from(file, true);

    try (var again = new LedgerHouse(Database.open(url))) {
      LedgerHouse.Unpacked export = again.unpacked(Wanted.ALL);
      var place = new Manifest.Place(posted.number(), posted.chain());
      var verifier = new Verifier(ledger.key.verifying(), List.of(place));
      assertThat(verifier.verify(export).broken()).isEmpty();
      assertThat(export.text("chain.txt")).isEqualTo(chain);
      assertThat(export.text("opened.jsonl")).contains("Open day");
    }
  }

  @Test
  void a_backup_of_either_database_can_be_restored_into_the_other() throws IOException {
    house.live(house.joined("Amira"), house.member("Clara", Role.APPROVER), "Open day");
    Path file = data.resolve("one.backup");
    backups.make(file);

    TestDatabase other =
        kind == TestDatabase.H2_FILE ? TestDatabase.POSTGRESQL : TestDatabase.H2_FILE;
    String there = other.url();
    Restore.Restored restored = restore(there, file, KEYS);

    try (Database database = Database.open(there)) {
      assertThat(everything(database)).isEqualTo(everything(house.database));
    }
    assertThat(restored.former().isPresent()).isEqualTo(other == TestDatabase.POSTGRESQL);
  }

  @Test
  void a_backup_shows_one_moment_while_others_go_on_writing() throws Exception {
    Person amira = house.joined("Amira");
    var stop = new AtomicBoolean();
    var writer =
        new Thread(
            () -> {
              for (int i = 0; !stop.get(); i++) {
                house.submitted(amira, "Draft " + i);
              }
            });
    writer.start();
    try {
      for (int i = 0; i < 3; i++) {
        // What is not of one moment lacks rows that others refer to, and is not verified.
        assertThat(backups.make(data.resolve(i + ".backup")).rows()).isPositive();
      }
    } finally {
      stop.set(true);
      writer.join();
    }
  }

  @Test
  void nobody_but_the_owner_reads_a_backup_and_no_other_file_is_left() throws IOException {
    Path file = data.resolve("one.backup");
    backups.make(file);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(data).isDirectoryContaining(file::equals);
    try (var files = Files.list(data)) {
      assertThat(files).hasSize(1);
    }
    assertThatThrownBy(() -> backups.make(file)).isInstanceOf(FileAlreadyExistsException.class);
  }

  @Test
  void a_herald_that_is_at_work_is_not_overwritten() throws IOException {
    Path file = data.resolve("one.backup");
    backups.make(file);
    String before = everything(house.database);

    if (kind == TestDatabase.POSTGRESQL) {
      assertThatThrownBy(() -> restore(file))
          .isInstanceOf(Restore.InUse.class)
          .hasMessageContaining("Stop every one of them");
    }
    assertThat(everything(house.database)).isEqualTo(before);
  }

  @Test
  void a_backup_of_another_key_or_none_at_all_says_so_and_changes_nothing() throws IOException {
    Path file = data.resolve("one.backup");
    backups.make(file);
    String before = everything(house.database);
    house.close();

    assertThatThrownBy(() -> restore(url, file, TestKeys.of(2)))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("another encryption key");
    Path text = Files.writeString(data.resolve("text"), "Hello, this is no backup of anything.");
    assertThatThrownBy(() -> restore(text))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("not a backup");

    try (Database database = Database.open(url)) {
      assertThat(everything(database)).isEqualTo(before);
    }
    assertThat(restore(url, file, TestKeys.of(2, 1)).madeAt()).isEqualTo(house.clock.instant());
  }

  private Restore.Restored restore(Path file) throws IOException {
    return restore(url, file, KEYS);
  }

  private Restore.Restored restore(String there, Path file, EncryptionKeys keys)
      throws IOException {
    return restoring(there, keys).from(file, false);
  }

  private Restore restoring(String there, EncryptionKeys keys) {
    return new Restore(
        there,
        keys,
        new KeptBackups(data, Duration.ofDays(14)),
        house.clock,
        new SecureRandom(),
        (database, madeAt) -> {});
  }

  private List<String> tables() throws SQLException {
    var names = new java.util.ArrayList<String>();
    try (var connection = DriverManager.getConnection(url);
        var found = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
      while (found.next()) {
        names.add(found.getString("TABLE_NAME"));
      }
    }
    return names;
  }

  private void wreck() throws IOException, SQLException {
    if (kind == TestDatabase.H2_FILE) {
      Files.writeString(H2.file(H2.path(url).orElseThrow(), ".mv.db"), "wrecked");
    } else {
      try (var connection = DriverManager.getConnection(url);
          var statement = connection.createStatement()) {
        statement.execute("DROP TABLE revision CASCADE");
        statement.execute("DELETE FROM flyway_schema_history");
      }
    }
  }

  /** All rows of all tables, as a text that is the same for the same rows. */
  private static String everything(Database database) {
    var tables = new TreeMap<String, java.util.Set<String>>();
    database.readWhole(
        new Rows() {
          private java.util.Set<String> rows = new java.util.TreeSet<>();
          private List<String> columns = List.of();

          @Override
          public void table(String name, List<String> columns) {
            this.columns = columns;
            rows = new java.util.TreeSet<>();
            tables.put(name, rows);
          }

          @Override
          public void row(List<@Nullable Object> cells) {
            var row = new TreeMap<String, String>();
            for (int i = 0; i < cells.size(); i++) {
              row.put(columns.get(i), String.valueOf(cells.get(i)));
            }
            rows.add(row.toString());
          }

          @Override
          public void next(String column, long id) {}
        });
    return tables.toString();
  }
}
