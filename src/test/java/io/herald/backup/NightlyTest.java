package io.herald.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.outbox.Chores;
import io.herald.testkit.House;
import io.herald.testkit.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightlyTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  private final House house = new House();

  @TempDir Path data;

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void a_backup_is_made_each_night_once_and_old_ones_go() throws IOException {
    house.clock.set(ZonedDateTime.of(2026, 11, 27, 9, 0, 0, 0, ZONE).toInstant());
    Nightly one = nightly();
    Nightly other = nightly();
    one.tick();
    assertThat(kept()).isEmpty();

    for (int night = 1; night <= 5; night++) {
      house.clock.set(
          ZonedDateTime.of(2026, 11, 27, 2, 0, 30, 0, ZONE).plusDays(night).toInstant());
      one.tick();
      other.tick();
      one.tick();
      assertThat(kept()).hasSize(Math.min(night, 4));
    }
    assertThat(kept().get(0).getFileName()).hasToString("herald-2026-11-29T01-00-30Z.backup");
    assertThat(one.trouble()).isEmpty();
  }

  @Test
  void a_night_that_was_missed_is_made_up_for_and_told_of() throws IOException {
    house.clock.set(ZonedDateTime.of(2026, 11, 27, 1, 59, 0, 0, ZONE).toInstant());
    Nightly nightly = nightly();
    house.clock.advance(Duration.ofMinutes(2));
    nightly.tick();
    assertThat(kept()).hasSize(1);

    house.clock.advance(Duration.ofHours(40));
    assertThat(nightly.trouble()).hasValueSatisfying(w -> assertThat(w).contains("40 hours"));
    nightly().tick();
    assertThat(kept()).hasSize(2);
    assertThat(nightly.trouble()).isEmpty();
  }

  @Test
  void a_night_that_failed_is_tried_again_in_an_hour() throws IOException {
    house.clock.set(ZonedDateTime.of(2026, 11, 27, 1, 59, 0, 0, ZONE).toInstant());
    Nightly nightly = nightly();
    Path inTheWay = Files.writeString(data.resolve("backups"), "no directory");
    house.clock.advance(Duration.ofMinutes(2));
    nightly.tick();
    Files.delete(inTheWay);
    house.clock.advance(Duration.ofMinutes(50));
    nightly.tick();
    assertThat(kept()).isEmpty();
    house.clock.advance(Duration.ofMinutes(11));
    nightly.tick();
    assertThat(kept()).hasSize(1);
  }

  @Test
  void files_that_are_not_heralds_own_stay() throws IOException {
    Files.createDirectories(data.resolve("backups"));
    Path own = Files.createFile(data.resolve("backups/before-the-upgrade.backup"));
    house.clock.set(ZonedDateTime.of(2026, 11, 27, 9, 0, 0, 0, ZONE).toInstant());
    nightly().tick();
    assertThat(own).exists();
  }

  private Nightly nightly() {
    return new Nightly(
        house.database,
        new Chores(house.clock),
        new Backups(house.database, TestKeys.of(1), house.clock, new SecureRandom()),
        new KeptBackups(data, Duration.ofDays(3)),
        house.clock,
        ZONE);
  }

  private List<Path> kept() throws IOException {
    return new KeptBackups(data, Duration.ofDays(3)).all().stream().map(k -> k.file()).toList();
  }
}
