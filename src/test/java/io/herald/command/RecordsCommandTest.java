package io.herald.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.records.Entry;
import io.herald.records.export.LedgerHouse;
import io.herald.records.export.Wanted;
import io.herald.records.proof.Checkpoint;
import io.herald.testkit.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RecordsCommandTest {
  @TempDir private static Path directory;
  private static Path zip;
  private static Path key;
  private static Checkpoint checkpoint;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void export() throws Exception {
    try (var ledger = new LedgerHouse(TestDatabase.inMemory())) {
      for (int i = 1; i <= 3; i++) {
        ledger.append(Entry.of("decision", 7L, "post/" + i).with("reason", "Good"));
      }
      checkpoint = ledger.checkpoints.make().orElseThrow().checkpoint();
      LedgerHouse.Unpacked export = ledger.unpacked(Wanted.ALL);
      zip = Files.write(directory.resolve("export.zip"), export.zip());
      Files.write(
          directory.resolve("broken.zip"),
          export
              .with(
                  "entries.jsonl",
                  export
                      .text("entries.jsonl")
                      .replace("post/2", "post/9")
                      .getBytes(java.nio.charset.StandardCharsets.UTF_8))
              .zip());
      key = Files.writeString(directory.resolve("herald.pub"), ledger.key.verifying().pem());
    }
  }

  @Test
  void a_whole_export_ends_with_0_and_a_posted_checkpoint_agrees() {
    assertThat(verify(zip, key, "--checkpoint", "3:" + checkpoint.chain())).isZero();
    assertThat(out.toString()).startsWith("Whole: 3 entries, 3 of them shown.");
    assertThat(out.toString()).contains(checkpoint.key());
  }

  @Test
  void a_broken_one_ends_with_1_and_names_the_first_broken_entry() {
    assertThat(verify(directory.resolve("broken.zip"), key)).isEqualTo(1);
    assertThat(out.toString()).contains("entries.jsonl is not the file that was signed");
    assertThat(out.toString().lines()).contains("first broken: 2");
  }

  @Test
  void a_checkpoint_that_was_posted_and_is_another_ends_with_1() {
    assertThat(verify(zip, key, "--checkpoint", "3:" + "ab".repeat(32))).isEqualTo(1);
    assertThat(out.toString()).contains("written anew");
  }

  @Test
  void what_cannot_be_read_ends_with_2_and_says_why() throws Exception {
    Path none = Files.writeString(directory.resolve("none.zip"), "no zip");
    assertThat(verify(none, key)).isEqualTo(2);
    assertThat(verify(zip, none)).isEqualTo(2);
    assertThat(verify(zip, key, "--checkpoint", "three")).isEqualTo(2);
    assertThat(verify(zip, key, "--checkpoint", "9:" + checkpoint.chain())).isEqualTo(2);
    assertThat(verify(directory.resolve("missing.zip"), key)).isEqualTo(2);
    assertThat(err.toString())
        .contains("cannot be read", "holds no key", "is no checkpoint", "outside this export");
    assertThat(out.toString()).isEmpty();
  }

  private int verify(Path file, Path pub, String... more) {
    var command = new CommandLine(new RecordsCommand()).addSubcommand(new RecordsCommand.Verify());
    command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    var arguments = new java.util.ArrayList<String>();
    arguments.addAll(java.util.List.of("verify", file.toString(), "--key", pub.toString()));
    arguments.addAll(java.util.List.of(more));
    return command.execute(arguments.toArray(String[]::new));
  }
}
