package io.herald.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.members.Person;
import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import io.herald.words.Csv;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class DownloadsTest {
  private final House house;
  private final Person lead;
  private final Downloads downloads;

  DownloadsTest(TestDatabase database) {
    house = new House(database.open());
    lead = house.member("Lea");
    downloads =
        new Downloads(
            house.database,
            house.records,
            house.clock,
            new SecureRandom(),
            house.links,
            Map.of(
                "campaign",
                (Downloads.Content) (tx, subject, lines) -> lines.accept(Csv.of("Fair", subject))));
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void a_file_is_taken_once() throws IOException {
    String token = token();
    assertThat(downloads.waits(token)).isTrue();
    Downloads.File file = downloads.take(token).orElseThrow();
    assertThat(file.name()).isEqualTo("campaign-7.csv");
    var content = new ByteArrayOutputStream();
    file.body().writeTo(content);
    assertThat(content.toString(StandardCharsets.UTF_8)).isEqualTo("\"Fair\",\"7\"\r\n");
    assertThat(downloads.take(token)).isEmpty();
    assertThat(downloads.waits(token)).isFalse();
    assertThat(downloads.known(token)).isTrue();
    assertThat(house.recorded("campaign/7")).containsExactly("downloaded");
  }

  @Test
  void a_file_is_there_for_an_hour() {
    String token = token();
    house.clock.advance(Duration.ofHours(1));
    assertThat(downloads.waits(token)).isFalse();
    assertThat(downloads.take(token)).isEmpty();
    assertThat(downloads.known("0".repeat(22))).isFalse();
  }

  @Test
  void nothing_in_a_file_is_taken_for_a_formula() {
    assertThat(Csv.of("=1+1", "+49", "-2", "@x", "\t=1", "a \"b\"", -2, null).line())
        .isEqualTo("\"'=1+1\",\"'+49\",\"'-2\",\"'@x\",\"'\t=1\",\"a \"\"b\"\"\",\"-2\",\"\"\r\n");
  }

  private String token() {
    String address = house.in(tx -> downloads.offer(tx, lead.member(), "campaign", 7));
    return address.replace("https://herald.example/x/", "");
  }
}
