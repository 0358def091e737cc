package io.herald.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.HeraldAtTheMachine;
import io.herald.command.Running;
import io.herald.sandbox.Message;
import io.herald.sandbox.teams.TeamsForm;
import io.herald.testkit.Needs;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordsJourneyTest {
  private static final Pattern HASH = Pattern.compile("(\\d+):([0-9a-f]{64})");
  private static final Pattern ADDRESS = Pattern.compile("/x/[0-9A-Za-z]{22}");

  @TempDir private Path directory;

  @Test
  void the_record_is_exported_in_chat_and_agrees_with_the_checkpoint_that_was_posted()
      throws Exception {
    try (var office = new Office()) {
      story(office);
    }
  }

  private void story(Office office) throws Exception {
    office.draft(office.amira(), "For the record");
    office.clara().press("Approve", office.review("For the record", "Waiting for an approver"));
    office.review("For the record", "It is live");
    office.amira().command("/herald records");
    office.amira().sees("Only a records officer can do this.");
    office.dan().command("/herald records checkpoints #news");
    office.dan().sees("Checkpoints of the record are now posted to *#news*");
    office.dan().command("/herald role grant records @ben");
    office.dan().sees("a records officer now");

    office.ben().command("/herald records");
    office.ben().modal("Export the record").fill("Text", "for the RECORD").submit();
    Message posted = office.slack.awaitIn("news", m -> HASH.matcher(m.shown()).find());
    Message ready = office.slack.awaitDm("U0BEN", m -> m.shown().contains("The export is ready"));
    Matcher address = ADDRESS.matcher(String.valueOf(ready.json()));
    assertThat(address.find()).isTrue();
    String there = "http://127.0.0.1" + address.group();
    assertThat(office.open(there).body()).contains("Download");
    HttpResponse<byte[]> file = office.fetch(there);
    assertThat(file.headers().firstValue("Content-Type")).contains("application/zip");
    Path zip = Files.write(directory.resolve("export.zip"), file.body());
    assertThat(office.send("POST", there).statusCode()).isEqualTo(410);
    office.slack.awaitDm("U0BEN", m -> m.shown().contains("or its hour is over"));

    try (var archive = new ZipFile(zip.toFile())) {
      String entries =
          new String(
              archive.getInputStream(archive.getEntry("entries.csv")).readAllBytes(),
              StandardCharsets.UTF_8);
      assertThat(entries).contains("revision written", "For the record");
      assertThat(entries.lines().skip(1))
          .allMatch(line -> line.toLowerCase(Locale.ROOT).contains("for the record"));
    }
    assertThat(posted.shown()).contains("Fingerprint of the key");
    Matcher checkpoint = HASH.matcher(posted.shown());
    assertThat(checkpoint.find()).isTrue();

    var machine = new HeraldAtTheMachine(office.settings);
    assertThat(machine.types("records", "key")).isZero();
    Path key = Files.writeString(directory.resolve("herald.pub"), machine.printed());
    String[] verify = {"records", "verify", zip.toString(), "--key", key.toString()};
    assertThat(machine.types(verify)).as(machine.complained()).isZero();
    assertThat(machine.printed()).startsWith("Whole: ");

    Path all = directory.resolve("all.zip");
    assertThat(machine.types("records", "export", "--out", all.toString()))
        .as(machine.complained())
        .isZero();
    verify =
        new String[] {
          "records",
          "verify",
          all.toString(),
          "--key",
          key.toString(),
          "--checkpoint",
          checkpoint.group()
        };
    assertThat(machine.types(verify)).as(machine.printed()).isZero();
    assertThat(machine.types("records", "export", "--out", all.toString())).isEqualTo(1);
    assertThat(machine.complained()).contains("all.zip");

    office.draft(office.amira(), "Just before the stop");
    office.review("Just before the stop", "Waiting for an approver");
    long before = newestPosted(office);
    office.stop();
    assertThat(newestPosted(office)).isGreaterThan(before);
    readsAsAPage(all);
  }

  /** In a browser, from the disk: by what stands in some of its entries, and by what does not. */
  private void readsAsAPage(Path zip) throws Exception {
    Path node = Needs.node();
    Path chromium = Needs.chromium();
    Needs.npmPackage("playwright-core");
    Needs.npmPackage("axe-core");
    Path page = directory.resolve("report.html");
    try (var archive = new ZipFile(zip.toFile())) {
      Files.copy(archive.getInputStream(archive.getEntry("report.html")), page);
    }
    Path told = directory.resolve("report.log");
    var look =
        new ProcessBuilder(
                node.toString(),
                "src/test/node/report.mjs",
                page.toString(),
                "revision headline",
                "nobody wrote this")
            .redirectErrorStream(true)
            .redirectOutput(told.toFile());
    look.environment().put("CHROMIUM", chromium.toString());
    Process browser = look.start();
    boolean ended = browser.waitFor(120, TimeUnit.SECONDS);
    browser.descendants().forEach(ProcessHandle::destroyForcibly);
    browser.destroyForcibly();
    assertThat(ended && browser.exitValue() == 0).as(Files.readString(told)).isTrue();
  }

  /** The number of the newest checkpoint in the channel. */
  private static long newestPosted(Office office) {
    return office.slack.messagesIn("news").stream()
        .map(message -> HASH.matcher(message.shown()))
        .filter(Matcher::find)
        .mapToLong(found -> Long.parseLong(found.group(1)))
        .max()
        .orElse(0);
  }

  @Test
  void the_same_is_asked_for_in_teams() {
    try (var tenant = new Tenant()) {
      Map<String, String> settings = Face.alone(tenant);
      Running herald = tenant.start(settings);
      try {
        tenant.dan().type("records");
        tenant.dan().hears("Only a records officer can do this.");
        // Whoever has joined was looked up, and is known by their address.
        tenant.dan().type("join");
        tenant.dan().hears("You have joined");
        var machine = new HeraldAtTheMachine(settings);
        assertThat(machine.types("role", "grant", "records", "dan@acme.example"))
            .as(machine.complained())
            .isZero();

        tenant.dan().type("records");
        TeamsForm form = tenant.dan().form(tenant.dan().hears("Export the record"));
        assertThat(form.fill("Reason", "curious").press("Export").shown())
            .contains("name the person");
        form.fill("Reason", "").press("Export");
        tenant.dan().hears("The export is ready");
        assertThat(tenant.teams.ledger().refusals()).isEmpty();
      } finally {
        herald.close();
      }
    }
  }
}
