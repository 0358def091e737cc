package io.herald.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.sandbox.Message;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordsJourneyTest {
  private static final Pattern HASH = Pattern.compile("(\\d+):([0-9a-f]{64})");
  private static final Pattern ADDRESS = Pattern.compile("/x/[0-9A-Za-z]{22}");

  private final Office office = new Office();

  @TempDir private Path directory;

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void the_record_is_exported_in_chat_and_agrees_with_the_checkpoint_that_was_posted()
      throws Exception {
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
              archive.getInputStream(archive.getEntry("entries.jsonl")).readAllBytes(),
              StandardCharsets.UTF_8);
      assertThat(entries).contains("\"kind\":\"revision_written\"", "For the record");
      assertThat(entries.lines())
          .allMatch(line -> line.toLowerCase(Locale.ROOT).contains("for the record"));
    }
    assertThat(posted.shown()).contains("Fingerprint of the key");
  }
}
