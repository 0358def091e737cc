package io.herald.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private static final String TOKEN = "xoxb-1234-not-to-be-shown";
  private static final String SIGNING = "8f742231b10e8888abcd99yyyzzz85a5";
  private static final String KEY = key(1);

  @TempDir Path directory;

  @Test
  void nothing_set_is_the_sandbox_with_a_place_of_its_own() {
    Settings settings = read();

    assertThat(settings.sandbox()).isTrue();
    assertThat(settings.slack()).isEmpty();
    assertThat(settings.publicUrl()).isEmpty();
    assertThat(settings.listening()).isEqualTo(new Listening("127.0.0.1", 8080, 8081));
    assertThat(settings.grace()).isEqualTo(Duration.ofSeconds(3));
    assertThat(settings.linkedIn()).isEqualTo(LinkedIn.COMPOSER);
    assertThat(settings.storage().databaseFile()).isEqualTo(directory.resolve("sandbox/herald"));
  }

  @Test
  void slack_credentials_and_an_address_make_it_real() {
    Settings settings = read(real());

    assertThat(settings.sandbox()).isFalse();
    assertThat(settings.publicUrl()).contains(URI.create("https://herald.example.com"));
    assertThat(settings.slack().orElseThrow().botToken().reveal()).isEqualTo(TOKEN);
    assertThat(settings.slack().orElseThrow().signingSecret().reveal()).isEqualTo(SIGNING);
    assertThat(settings.slack().orElseThrow().apiUrl()).isEmpty();
    assertThat(settings.grace()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.storage().databaseFile()).isEqualTo(directory.resolve("herald"));
  }

  @ParameterizedTest
  @CsvSource({
    "HERALD_PUBLIC_URL,https://herald.example.com",
    "HERALD_DATABASE_URL,jdbc:h2:file:/srv/herald",
    "HERALD_ENCRYPTION_KEY,AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=",
    "HERALD_TEAMS_DEVELOPMENT,false",
    "SLACK_SIGNING_SECRET,8f742231b10e8888abcd99yyyzzz85a5"
  })
  void one_sign_of_a_real_herald_is_no_sandbox(String name, String value) {
    assertThat(mistakes(name, value)).containsKey("SLACK_BOT_TOKEN");
  }

  @Test
  void a_sandbox_beside_a_real_database_is_refused_and_what_is_missing_named() throws IOException {
    Files.createFile(directory.resolve("herald.mv.db"));

    assertThat(mistakes())
        .containsOnlyKeys("SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "HERALD_PUBLIC_URL");
  }

  @Test
  void the_sandbox_listens_on_this_machine_alone() {
    assertThat(mistakes("HERALD_BIND", "0.0.0.0")).containsOnlyKeys("HERALD_BIND");
    assertThat(mistakes("HERALD_BIND", "localhost")).isEmpty();
  }

  @Test
  void every_mistake_is_reported_at_once() {
    assertThat(
            mistakes(
                "HERALD_PORT", "80a",
                "HERALD_OPERATIONS_PORT", "65536",
                "HERALD_GRACE", "soon",
                "HERALD_REMIND_ADMINS", "never",
                "HERALD_LINKEDIN", "yes",
                "HERALD_ADMINS", "ann@example.com, bob",
                "HERALD_APPROVERS_CHANNEL", "two words",
                "HERALD_ENCRYPTION_KEY", "short",
                "HERALD_PUBLIC_URL", "http://herald.example.com",
                "HERALD_SLACK_API_URL", "https://slack.com/",
                "HERALD_BIND", "http://here",
                "SLACK_BOT_TOKEN", "xoxp-user-token"))
        .containsOnlyKeys(
            "HERALD_PORT",
            "HERALD_OPERATIONS_PORT",
            "HERALD_GRACE",
            "HERALD_REMIND_ADMINS",
            "HERALD_LINKEDIN",
            "HERALD_ADMINS",
            "HERALD_APPROVERS_CHANNEL",
            "HERALD_ENCRYPTION_KEY",
            "HERALD_PUBLIC_URL",
            "HERALD_SLACK_API_URL",
            "HERALD_BIND",
            "SLACK_BOT_TOKEN",
            "SLACK_SIGNING_SECRET");
  }

  @Test
  void reminders_come_one_after_the_other_and_zero_leaves_one_out() {
    Map<String, String> given = real();
    assertThat(read(given).reminders()).isEqualTo(ReminderTimes.USUAL);

    given.put("HERALD_REMIND_THREAD", "4h");
    given.put("HERALD_REMIND_APPROVERS", "0s");
    given.put("HERALD_REMIND_ADMINS", "3d");
    assertThat(read(given).reminders())
        .isEqualTo(new ReminderTimes(Duration.ofHours(4), Duration.ZERO, Duration.ofDays(3)));

    assertThat(mistakes("HERALD_REMIND_THREAD", "48h")).containsKey("HERALD_REMIND_THREAD");
    assertThat(mistakes("HERALD_REMIND_ADMINS", "25h")).containsKey("HERALD_REMIND_THREAD");
  }

  @Test
  void no_mistake_and_no_settings_ever_show_a_value() {
    String password = "hunter2";
    Map<String, String> secret = real();
    secret.put("HERALD_ENCRYPTION_KEY", KEY);
    secret.put(
        "HERALD_DATABASE_URL", "jdbc:postgresql://db/herald?user=herald&password=" + password);
    assertThat(read(secret).toString()).doesNotContain(TOKEN, SIGNING, KEY, password);

    secret.put("SLACK_BOT_TOKEN", "wrong-" + TOKEN);
    secret.put("SLACK_SIGNING_SECRET", SIGNING + " " + SIGNING);
    secret.put("HERALD_ENCRYPTION_KEY", KEY + "," + KEY);
    secret.put("HERALD_DATABASE_URL", "jdbc:mysql://herald:" + password + "@db/herald");
    secret.put("HERALD_PUBLIC_URL", "https://herald:" + password + "@herald.example.com");
    assertThatThrownBy(() -> read(secret))
        .isInstanceOf(WrongSettings.class)
        .message()
        .contains(
            "SLACK_BOT_TOKEN",
            "SLACK_SIGNING_SECRET",
            "HERALD_ENCRYPTION_KEY",
            "HERALD_DATABASE_URL",
            "HERALD_PUBLIC_URL")
        .doesNotContain(TOKEN, SIGNING, KEY, password);
  }

  @Test
  void an_unknown_name_is_a_mistake_and_the_near_one_is_offered() {
    assertThat(mistakes("HERALD_PRT", "8080").get("HERALD_PRT"))
        .endsWith("Did you mean HERALD_PORT?");
    assertThat(mistakes("herald_port", "8080").get("herald_port"))
        .endsWith("Did you mean HERALD_PORT?");
    assertThat(mistakes("HERALD_LUNCH_MENU", "soup").get("HERALD_LUNCH_MENU"))
        .isEqualTo("Herald knows no such setting.");
    assertThat(mistakes("HERALD_TEST_NO_SKIP", "1", "PATH", "/bin", "SLACK_THING", "x")).isEmpty();
  }

  @Test
  void half_a_set_of_credentials_is_a_mistake() {
    assertThat(mistakes("SLACK_BOT_TOKEN", TOKEN))
        .containsOnlyKeys("SLACK_SIGNING_SECRET", "HERALD_PUBLIC_URL");
    assertThat(mistakes("MicrosoftAppPassword", "x"))
        .containsKeys("MicrosoftAppId", "MicrosoftAppTenantId");
  }

  @Test
  void an_empty_value_counts_as_not_set() {
    assertThat(read(Map.of("SLACK_BOT_TOKEN", "", "HERALD_PUBLIC_URL", " ")).sandbox()).isTrue();
  }

  @Test
  void the_file_is_read_and_the_variable_wins() throws IOException {
    Path file = directory.resolve("herald.properties");
    Files.writeString(
        file,
        """
        # Comments and blanks are fine.
        SLACK_BOT_TOKEN = %s
        SLACK_SIGNING_SECRET=%s
        HERALD_PUBLIC_URL=https://file.example.com/
        HERALD_GRACE=2m
        HERALD_ADMINS=ann@example.com, U012AB3CD
        """
            .formatted(TOKEN, SIGNING));

    Settings settings =
        read(Map.of("HERALD_CONFIG", file.toString(), "HERALD_GRACE", "0s", "HERALD_PORT", ""));

    assertThat(settings.publicUrl()).contains(URI.create("https://file.example.com"));
    assertThat(settings.grace()).isZero();
    assertThat(settings.admins()).isEqualTo(List.of("ann@example.com", "U012AB3CD"));
  }

  @Test
  void any_unknown_name_in_the_file_is_a_mistake() throws IOException {
    Path file = directory.resolve("herald.properties");
    Files.writeString(file, "PORT=80\nHERALD_CONFIG=other\n");

    assertThat(mistakes("HERALD_CONFIG", file.toString()))
        .containsOnlyKeys("PORT", "HERALD_CONFIG");
    assertThat(mistakes("HERALD_CONFIG", directory + "/none")).containsOnlyKeys("HERALD_CONFIG");
    Files.writeString(file, "HERALD_GRACE=\\u12\n");
    assertThat(mistakes("HERALD_CONFIG", file.toString())).containsOnlyKeys("HERALD_CONFIG");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:h2:file:/srv/herald;WRITE_DELAY=500",
        "jdbc:h2:file:/srv/herald;write_delay=500",
        "jdbc:h2:file:/srv/herald;USER=sa; MODE=Oracle",
        "jdbc:h2:file:/srv/herald;AUTO_SERVER=TRUE",
        "jdbc:h2:mem:herald",
        "jdbc:h2:tcp://db/herald",
        "jdbc:h2:file:",
        "jdbc:postgresql:",
        "postgres://db/herald"
      })
  void a_database_address_that_loses_data_or_is_none_is_refused(String url) {
    Map<String, String> given = real();
    given.put("HERALD_DATABASE_URL", url);
    given.put("HERALD_ENCRYPTION_KEY", KEY);

    assertThat(mistakes(given)).containsOnlyKeys("HERALD_DATABASE_URL");
  }

  @Test
  void postgresql_needs_a_key_that_its_nodes_share() {
    Map<String, String> given = real();
    given.put("HERALD_DATABASE_URL", "jdbc:postgresql://db:5432/herald?sslmode=require");
    assertThat(mistakes(given)).containsOnlyKeys("HERALD_ENCRYPTION_KEY");

    given.put("HERALD_ENCRYPTION_KEY", KEY + " , " + key(2));
    EncryptionKeys keys = read(given).storage().keys().orElseThrow();
    assertThat(keys.newest().bytes()).containsOnly(1);
    assertThat(keys.all()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://herald.example.com/bot",
        "https://herald.example.com?x=1",
        "ftp://herald.example.com",
        "herald.example.com",
        "https://",
        "http://10.0.0.1",
        "http://localhost.example.com"
      })
  void a_public_address_that_others_could_not_trust_is_refused(String url) {
    Map<String, String> given = real();
    given.put("HERALD_PUBLIC_URL", url);

    assertThat(mistakes(given)).containsOnlyKeys("HERALD_PUBLIC_URL");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:8080", "http://[::1]:8080", "http://localhost"})
  void http_is_fine_on_loopback(String url) {
    Map<String, String> given = real();
    given.put("HERALD_PUBLIC_URL", url);

    assertThat(read(given).publicUrl()).contains(URI.create(url));
  }

  @ParameterizedTest
  @CsvSource({"0s,0", "30s,30000", "500ms,500", "2m,120000", "1h,3600000", "1d,86400000"})
  void a_time_is_a_number_and_a_unit(String written, long millis) {
    assertThat(read(Map.of("HERALD_GRACE", written)).grace()).hasMillis(millis);
  }

  @ParameterizedTest
  @ValueSource(strings = {"30", "-1s", "25h", "2d", "1.5s", "PT30S", "99999999999s"})
  void any_other_time_is_a_mistake(String written) {
    assertThat(mistakes("HERALD_GRACE", written)).containsOnlyKeys("HERALD_GRACE");
  }

  @Test
  void the_two_ports_are_two() {
    assertThat(mistakes("HERALD_PORT", "8081")).containsOnlyKeys("HERALD_OPERATIONS_PORT");
    assertThat(mistakes("HERALD_PORT", "0", "HERALD_OPERATIONS_PORT", "0")).isEmpty();
  }

  private static String key(int fill) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) fill);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static Map<String, String> real() {
    return new HashMap<>(
        Map.of(
            "SLACK_BOT_TOKEN", TOKEN,
            "SLACK_SIGNING_SECRET", SIGNING,
            "HERALD_PUBLIC_URL", "https://herald.example.com"));
  }

  private Settings read(String... pairs) {
    return read(map(pairs));
  }

  private Settings read(Map<String, String> given) {
    var all = new HashMap<>(given);
    all.put("HERALD_DATA", directory.toString());
    return Settings.read(all);
  }

  private Map<String, String> mistakes(String... pairs) {
    return mistakes(map(pairs));
  }

  private Map<String, String> mistakes(Map<String, String> given) {
    var found = new HashMap<String, String>();
    WrongSettings wrong = catchThrowableOfType(WrongSettings.class, () -> read(given));
    if (wrong != null) {
      wrong.mistakes().forEach(mistake -> found.put(mistake.name(), mistake.shouldBe()));
    }
    return found;
  }

  private static Map<String, String> map(String... pairs) {
    var map = new HashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
