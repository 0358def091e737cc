package io.herald.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.chat.slack.SlackManifest;
import io.herald.sandbox.Fault;
import io.herald.sandbox.Setup;
import io.herald.sandbox.SlackDouble;
import io.herald.sandbox.Token;
import io.herald.settings.DataDirectory;
import io.herald.settings.StorageSettings;
import io.herald.store.H2;
import io.herald.web.Health;
import io.herald.web.HealthChecks;
import io.herald.web.Metrics;
import io.herald.web.OperationsServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything is well at first; then each test breaks one thing and asks. */
class CheckCommandTest {
  @TempDir Path temp;
  private final Map<String, String> environment = new HashMap<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Duration clockIsOffBy = Duration.ZERO;
  private SlackDouble slack;
  private Path data;

  @BeforeEach
  void all_is_well() {
    slack = SlackDouble.start(Setup.with(InstantSource.system(), new Random(7)));
    slack.addPerson("U0CLARA", "Clara Novak");
    slack.addChannel("C0APPROVALS", "approvals", "U0CLARA", slack.installation().botUser());
    data = temp.resolve("data");
    environment.put("SLACK_BOT_TOKEN", slack.botToken());
    environment.put("SLACK_SIGNING_SECRET", slack.signingSecret());
    environment.put("HERALD_SLACK_API_URL", slack.apiUrl());
    environment.put("HERALD_PUBLIC_URL", "http://127.0.0.1:8080");
    environment.put("HERALD_PORT", "0");
    environment.put("HERALD_OPERATIONS_PORT", "0");
    environment.put("HERALD_DATA", data.toString());
    environment.put("HERALD_APPROVERS_CHANNEL", "#approvals");
    environment.put("HERALD_ADMINS", "clara@acme.example");
    environment.put("HERALD_APPROVERS", "U0CLARA");
  }

  @AfterEach
  void stop() {
    slack.close();
  }

  @Test
  void when_all_is_well_it_says_so_and_makes_nothing() {
    assertThat(check()).as(out.toString()).isZero();
    assertThat(out.toString())
        .contains(
            "ok    Slack token",
            "ok    Slack scopes",
            "ok    clock",
            "ok    approvers' channel",
            "ok    database",
            "Nothing to mend.");
    assertThat(data).doesNotExist();
  }

  @Test
  void a_sandbox_is_checked_too() {
    environment.keySet().removeIf(name -> name.matches("SLACK.*|.*_URL"));

    assertThat(check()).isZero();
    assertThat(out.toString()).contains("is a sandbox").doesNotContain("Slack token");
  }

  @Test
  void it_finds_a_public_address_without_https() {
    environment.put("HERALD_PUBLIC_URL", "http://herald.example.com");

    wrongSettings("HERALD_PUBLIC_URL", "should be an https address");
  }

  @Test
  void it_finds_half_a_set_of_credentials() {
    environment.remove("SLACK_SIGNING_SECRET");

    wrongSettings("SLACK_SIGNING_SECRET", "is missing");
  }

  @Test
  void it_finds_a_token_that_slack_does_not_know() {
    environment.put("SLACK_BOT_TOKEN", "xoxb-somebody-elses");

    mends("Slack refuses SLACK_BOT_TOKEN", "invalid_auth", "Copy the Bot User OAuth Token");
    assertThat(out.toString()).contains("?     Slack scopes").doesNotContain("xoxb-");
  }

  @Test
  void it_finds_a_token_that_was_revoked() {
    slack.accept(token().refusedWith("token_revoked"));

    mends("Slack refuses SLACK_BOT_TOKEN", "token_revoked", "install the app");
  }

  @Test
  void it_finds_a_missing_scope() {
    slack.accept(token().without("usergroups:read"));

    mends("lacks usergroups:read", "OAuth & Permissions", "install the app again");
  }

  @Test
  void it_finds_that_slack_cannot_be_reached() {
    environment.put("HERALD_SLACK_API_URL", "http://127.0.0.1:1/api/");

    mends("Slack does not answer", "HERALD_SLACK_API_URL");
  }

  @Test
  void it_finds_that_something_else_answers_in_slacks_place() {
    slack.faults().always("auth.test", Fault.status(502));

    mends("Slack does not answer", "HERALD_SLACK_API_URL");
  }

  @Test
  void it_finds_an_unknown_channel() {
    environment.put("HERALD_APPROVERS_CHANNEL", "aprovals");

    mends("no channel that HERALD_APPROVERS_CHANNEL names", "Mend the name");
  }

  @Test
  void it_finds_that_the_bot_is_not_in_the_channel() {
    slack.put(slack.channel("approvals").leftBy(slack.installation().botUser()));

    mends("Herald is not in the approvers' channel", "/invite @Herald");
  }

  @Test
  void it_finds_an_archived_channel() {
    environment.put("HERALD_APPROVERS_CHANNEL", "C0APPROVALS");
    slack.put(slack.channel("approvals").asArchived());

    mends("approvers' channel is archived", "Take it out of the archive");
  }

  @Test
  void it_finds_a_channel_shared_with_another_organisation() {
    slack.put(slack.channel("approvals").asShared());

    mends("shared with another organisation", "a channel of your own");
  }

  @Test
  void it_finds_an_admin_whom_slack_does_not_know() {
    environment.put("HERALD_ADMINS", "clara@acme.example,clra@acme.example");

    mends("clra@acme.example of HERALD_ADMINS is nobody", "Write the address");
  }

  @Test
  void it_finds_an_approver_whom_slack_does_not_know() {
    environment.put("HERALD_APPROVERS", "U0NOBODY");

    mends("U0NOBODY of HERALD_APPROVERS is nobody", "member ID");
  }

  @Test
  void it_finds_a_clock_ten_minutes_off() {
    clockIsOffBy = Duration.ofMinutes(10);
    mends("10 minutes ahead of", "set-ntp");

    out.getBuffer().setLength(0);
    clockIsOffBy = Duration.ofMinutes(-10);
    mends("minutes behind", "set-ntp");
  }

  @Test
  void it_finds_a_host_without_an_address() {
    environment.put("HERALD_PUBLIC_URL", "https://herald.invalid");

    mends("herald.invalid", "has no address", "DNS");
  }

  @Test
  void it_finds_a_taken_port() throws IOException {
    try (var taken = new ServerSocket(0)) {
      environment.put("HERALD_PORT", Integer.toString(taken.getLocalPort()));

      mends("Port " + taken.getLocalPort(), "set HERALD_PORT to another");
    }
  }

  @Test
  void it_finds_a_data_directory_that_others_can_read() throws IOException {
    Files.createDirectory(data);
    mode(data, "rwxr-xr-x");

    mends("can be read by other users", "chmod 700");
  }

  @Test
  void it_finds_a_file_where_the_data_directory_should_be() throws IOException {
    Files.createFile(data);

    mends("is not a directory", "set HERALD_DATA");
  }

  @Test
  void it_finds_a_broken_key_file() throws IOException {
    makeKey();
    Files.writeString(DataDirectory.keyFile(data), "half a k");

    mends("does not hold 32 bytes", "Bring it back");
  }

  @Test
  void it_finds_a_key_file_that_others_can_read() throws IOException {
    makeKey();
    mode(DataDirectory.keyFile(data), "rw-r--r--");

    mends("can be read by other users", "chmod 600");
  }

  @Test
  void it_finds_a_key_file_that_is_gone() throws Exception {
    makeKey();
    makeDatabase();
    Files.delete(DataDirectory.keyFile(data));

    mends("encryption.key is gone", "Bring the file back");
  }

  @Test
  void it_finds_a_settings_file_that_others_can_read() throws IOException {
    Path file = temp.resolve("herald.properties");
    Files.writeString(file, "HERALD_GRACE=10s\n");
    mode(file, "rw-r--r--");
    environment.put("HERALD_CONFIG", file.toString());

    mends("can be read by other users", "chmod 600 " + file);
  }

  @Test
  void it_finds_a_locked_database() throws Exception {
    makeKey();
    Path file = makeDatabase();

    try (FileChannel locked = FileChannel.open(file, StandardOpenOption.WRITE)) {
      locked.lock();
      mends("The database is locked", "End that process");
    }
  }

  @Test
  void a_database_that_herald_itself_holds_is_well_unless_herald_says_otherwise() throws Exception {
    makeKey();
    Path file = makeDatabase();
    var trouble = new AtomicReference<Optional<String>>(Optional.empty());
    var health =
        new HealthChecks(List.of(Health.vital("outbox", trouble::get)), new EachSecond()::next);
    try (var metrics = new Metrics();
        var herald = OperationsServer.start(0, health, metrics.registry());
        FileChannel locked = FileChannel.open(file, StandardOpenOption.WRITE)) {
      locked.lock();
      environment.put("HERALD_OPERATIONS_PORT", Integer.toString(herald.port()));

      assertThat(check()).as(out.toString()).isZero();
      assertThat(out.toString()).contains("ok    running Herald");

      trouble.set(Optional.of("nothing leaves"));
      mends("outbox: nothing leaves", "Look at its log");
    }
  }

  @Test
  void it_finds_a_broken_database() throws Exception {
    makeKey();
    Files.writeString(data.resolve("herald.mv.db"), "not a database at all".repeat(1_000));

    mends("The database does not open", "restore the newest backup");
  }

  @Test
  void it_finds_a_database_server_that_does_not_answer() {
    environment.put("HERALD_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/herald");
    environment.put("HERALD_ENCRYPTION_KEY", "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=");

    mends("The database server does not answer", "HERALD_DATABASE_URL");
  }

  /** Found, alone, with its remedy; and the exit code says so. */
  private void mends(String... words) {
    assertThat(check()).as(out.toString()).isEqualTo(1);
    assertThat(out.toString()).contains(words).contains("mend  ", "1 to mend.");
  }

  private void wrongSettings(String... words) {
    assertThat(check()).isEqualTo(78);
    assertThat(err.toString()).contains(words);
  }

  private int check() {
    return HeraldCommand.of(
            environment,
            settings -> {
              throw new AssertionError("Nothing was to be started");
            },
            new NoData(),
            () -> Instant.now().plus(clockIsOffBy))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute("check");
  }

  private Token token() {
    return Token.of(slack.botToken(), List.copyOf(SlackManifest.packed().scopes()));
  }

  private void makeKey() {
    DataDirectory.prepare(data)
        .keys(
            new StorageSettings(data, Optional.empty(), Optional.empty(), Duration.ZERO),
            new SecureRandom());
  }

  private Path makeDatabase() throws SQLException {
    DriverManager.getConnection(H2.file(data.resolve("herald"))).close();
    return data.resolve("herald.mv.db");
  }

  private static void mode(Path path, String mode) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }

  /** A clock by which a second passes at each look, so that no answer is kept. */
  private static final class EachSecond {
    private Instant now = Instant.EPOCH;

    Instant next() {
      now = now.plusSeconds(1);
      return now;
    }
  }
}
