package io.herald.records.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.records.Entry;
import io.herald.records.export.LedgerHouse.Unpacked;
import io.herald.records.proof.Tampering;
import io.herald.records.proof.UnreadableExport;
import io.herald.records.proof.Verdict;
import io.herald.records.proof.Verifier;
import io.herald.testkit.Needs;
import io.herald.testkit.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever is done to an export of a thousand entries is found; each test counts what it tried. */
class TamperTest {
  private static final int ENTRIES = 1_000;

  /** The entry that stands for what came of deliveries. */
  private static final int OUTCOMES = 777;

  private static final List<String> PROOFS = List.of("chain.txt", "checkpoints.jsonl");

  private static LedgerHouse ledger;
  private static Unpacked export;
  private static Verifier verifier;
  private static List<String> chain;
  private static List<String> contents;

  @BeforeAll
  static void write() throws Exception {
    ledger = new LedgerHouse(TestDatabase.inMemory());
    for (int i = 1; i <= ENTRIES; i++) {
      if (i == OUTCOMES) {
        appendOutcomes();
        continue;
      }
      // One in ten is somebody's own, and stands as its hashes.
      ledger.append(
          Entry.of(i % 10 == 0 ? "shared" : "decision", 7L, "post/" + i)
              .with("reason", "No. " + i));
      if (i == ENTRIES / 2) {
        ledger.checkpoints.make();
      }
    }
    export = ledger.unpacked(Wanted.ALL);
    verifier = new Verifier(ledger.key.verifying(), List.of());
    chain = export.text("chain.txt").lines().toList();
    contents = export.text("entries.jsonl").lines().toList();
    assertThat(verifier.verify(export).broken()).isEmpty();
    assertThat(chain).hasSize(ENTRIES);
    assertThat(contents).hasSize(ENTRIES - ENTRIES / 10);
  }

  private static void appendOutcomes() {
    var rows = new ArrayList<Map<String, Object>>();
    for (int member = 1; member <= 3; member++) {
      rows.add(Map.of("member", member, "state", "DELIVERED", "salt", "00"));
    }
    Entry entry = Entry.of("broadcast_outcomes", null, "broadcast/1");
    ledger.house.run(tx -> ledger.house.records.append(tx, entry, rows));
  }

  @AfterAll
  static void close() {
    ledger.close();
  }

  @Test
  void an_entry_that_was_deleted_swapped_or_cut_off_is_found_and_named() {
    int tried = 0;
    for (int i = 0; i < ENTRIES; i++) {
      var fewer = new ArrayList<>(chain);
      fewer.remove(i);
      var without = new ArrayList<>(contents);
      int line = i - i / 10;
      boolean isShown = chain.get(i).contains(" + ");
      if (isShown) {
        without.remove(line);
      }
      assertBroken(i + 1, with(fewer, without));
      assertBroken(i + 1, with(chain.subList(0, i), contents.subList(0, line)));
      tried += 2;
      if (i + 1 < ENTRIES) {
        var swapped = new ArrayList<>(chain);
        Collections.swap(swapped, i, i + 1);
        assertBroken(i + 1, with(swapped, contents));
        tried++;
      }
      if (isShown && line + 1 < contents.size()) {
        var swapped = new ArrayList<>(contents);
        Collections.swap(swapped, line, line + 1);
        assertBroken(i + 1, with(chain, swapped));
        tried++;
      }
    }
    System.out.println("tampering with entries: " + tried + " tried, " + tried + " found");
    assertThat(tried).isGreaterThan(3_800);
  }

  @Test
  void a_file_that_is_missing_foreign_or_cut_short_anywhere_is_found() {
    int tried = 0;
    for (String name : export.names()) {
      byte[] whole = export.files().get(name);
      assertFound(export.with(name));
      tried++;
      int step = Math.max(1, whole.length / 100);
      for (int length = 0; length < whole.length; length += step) {
        assertFound(export.with(name, java.util.Arrays.copyOf(whole, length)));
        tried++;
      }
    }
    assertFound(export.with("more.txt", new byte[0]));
    System.out.println("tampering with files: " + tried + " tried, " + tried + " found");
    assertThat(tried).isGreaterThan(500);
  }

  @Test
  void every_single_bit_of_the_manifest_and_its_signature_counts() {
    long tried = 0;
    for (String name : List.of("manifest.json", "manifest.sig")) {
      byte[] whole = export.files().get(name);
      tried += 8L * whole.length;
      IntStream.range(0, 8 * whole.length)
          .parallel()
          .forEach(bit -> assertFound(export.with(name, Tampering.flipped(whole, bit))));
    }
    System.out.println("bits of manifest and signature: " + tried + " tried, " + tried + " found");
    assertThat(tried).isGreaterThan(8_000);
  }

  @Test
  void every_single_bit_of_the_proofs_counts() throws Exception {
    long tried = 0;
    for (String name : PROOFS) {
      byte[] whole = export.files().get(name);
      tried += Tampering.everyBitIsFound(export, name);
      // That check is one of several; here and there all of them.
      IntStream.range(0, 8 * whole.length)
          .filter(bit -> bit % 1_009 == 0)
          .parallel()
          .forEach(bit -> assertFound(export.with(name, Tampering.flipped(whole, bit))));
    }
    System.out.println("bits of the proofs: " + tried + " tried, " + tried + " found");
    assertThat(tried).isGreaterThan(500_000);
  }

  @Test
  void twenty_thousand_bits_of_the_other_files_count() throws Exception {
    long seed = System.nanoTime();
    System.out.println("bits of the other files: seed " + seed);
    var random = new Random(seed);
    List<String> others =
        export.names().stream()
            .filter(name -> !PROOFS.contains(name) && !name.startsWith("manifest."))
            .filter(name -> export.files().get(name).length > 0)
            .toList();
    int tried = 0;
    for (int i = 0; i < 20_000; i++) {
      String name = others.get(random.nextInt(others.size()));
      byte[] whole = export.files().get(name);
      Unpacked changed =
          export.with(name, Tampering.flipped(whole, random.nextInt(8 * whole.length)));
      assertThat(Tampering.vouches(export, name, changed)).isFalse();
      if (i % 100 == 0) {
        assertFound(changed);
      }
      tried++;
    }
    System.out.println("bits of the other files: " + tried + " tried, " + tried + " found");
  }

  @Test
  void what_was_changed_and_signed_anew_still_has_to_say_what_the_chain_holds() throws Exception {
    List<String> opened = export.text("opened.jsonl").lines().toList();
    assertThat(opened).hasSize(contents.size() - 1);
    int tried = 0;
    for (String line : opened) {
      int number = number(line);
      if (number % 9 == 0) {
        assertBroken(number, opened(line, line.replace("No. ", "No, ")));
        assertBroken(number, opened(line, line.replace("\"reason\":", "\"why\":")));
        tried += 2;
      }
    }
    System.out.println("forged openings: " + tried + " tried, " + tried + " found");
    assertThat(tried).isGreaterThan(150);
    for (Unpacked forged : forged()) {
      assertFound(forged);
    }
    assertThat(verdict(opened(opened.get(3) + "\n", ""))).as("what is not opened").isEqualTo("0 ");
  }

  /** What somebody with the key can do to the files that hang on the chain. */
  private static List<Unpacked> forged() throws Exception {
    List<String> opened = export.text("opened.jsonl").lines().toList();
    String third = opened.get(2);
    return List.of(
        opened(third, third.replace("No. ", "No, ")),
        opened(third, third.replace("salt", "sand")),
        opened(third, third.replace("\"reason\":", "\"subject\":")),
        opened(third, third + "\n" + third),
        opened(third + "\n" + opened.get(3), opened.get(3) + "\n" + third),
        opened(third, third.replace("\"number\":3", "\"number\":10")),
        opened(opened.get(opened.size() - 1), "{\"fields\":{},\"number\":1000}"),
        opened(opened.get(opened.size() - 1), "{\"fields\":{},\"number\":2000}"),
        opened(third, "no JSON"),
        signedAnew("outcomes.jsonl", aHashIn("outcomes.jsonl"), "ab".repeat(32)),
        signedAnew("outcomes.jsonl", "\"number\":777", "\"number\":776"),
        signedAnew("checkpoints.jsonl", aHashIn("checkpoints.jsonl"), "ab".repeat(32)),
        signedAnew("checkpoints.jsonl", "\"signature\":\"", "\"signature\":\"00"));
  }

  private static Unpacked opened(String line, String instead) throws IOException {
    return signedAnew("opened.jsonl", line, instead);
  }

  private static Unpacked signedAnew(String name, String what, String instead) throws IOException {
    String text = export.text(name);
    assertThat(text).contains(what);
    Unpacked changed =
        export.with(
            name, utf8(text.replaceFirst(Pattern.quote(what), Matcher.quoteReplacement(instead))));
    String manifest = Tampering.manifestAnew(changed);
    return changed
        .with("manifest.json", utf8(manifest))
        .with("manifest.sig", ledger.key.sign(manifest));
  }

  private static String aHashIn(String name) {
    return Pattern.compile("[0-9a-f]{64}")
        .matcher(export.text(name))
        .results()
        .findFirst()
        .orElseThrow()
        .group();
  }

  private static int number(String line) {
    return Integer.parseInt(line.replaceAll(".*\"number\":(\\d+).*", "$1"));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void an_independent_verifier_in_python_agrees() throws Exception {
    Path python = Needs.program("python3");
    Path directory = Files.createTempDirectory(Path.of("target"), "python-");
    Path key = Files.writeString(directory.resolve("key.pub"), ledger.key.verifying().pem());
    var forged = new ArrayList<>(contents);
    forged.set(500, forged.get(500).replace("member/7", "member/8"));
    byte[] manifest = export.files().get("manifest.json");
    var cases =
        new ArrayList<>(
            List.of(
                export,
                with(chain, forged),
                with(chain.subList(0, 900), contents.subList(0, 810)),
                export.with("manifest.json", Tampering.flipped(manifest, 8 * 40)),
                export.with("report.html", new byte[0]),
                export.with("more.txt", new byte[0])));
    cases.addAll(forged());
    var said = new ArrayList<String>();
    for (Unpacked one : cases) {
      Path zip = Files.write(directory.resolve("export.zip"), one.zip());
      said.add(run(python, "src/test/python/verify.py", zip, key));
    }
    assertThat(said).containsExactlyElementsOf(cases.stream().map(TamperTest::verdict).toList());
    assertThat(said.get(0)).isEqualTo("0 ");
    assertThat(said.get(1)).isEqualTo("1 first broken: 556");
  }

  private static String verdict(Unpacked changed) {
    try {
      Verdict verdict = verifier.verify(changed);
      return verdict.whole() ? "0 " : "1 first broken: " + verdict.firstBroken();
    } catch (UnreadableExport e) {
      return "2 ";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String run(Path python, String script, Path zip, Path key) throws Exception {
    Process process =
        new ProcessBuilder(python.toString(), script, zip.toString(), key.toString())
            .redirectErrorStream(true)
            .start();
    var out = new ByteArrayOutputStream();
    process.getInputStream().transferTo(out);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    String last = out.toString(StandardCharsets.UTF_8).lines().reduce("", (a, b) -> b);
    return process.exitValue() + " " + last;
  }

  private static Unpacked with(List<String> chainLines, List<String> contentLines) {
    return export.with("chain.txt", lines(chainLines)).with("entries.jsonl", lines(contentLines));
  }

  private static byte[] lines(List<String> lines) {
    var all = new StringBuilder();
    lines.forEach(line -> all.append(line).append('\n'));
    return all.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void assertBroken(int number, Unpacked changed) {
    if (!verdict(changed).equals("1 first broken: " + number)) {
      assertThat(verdict(changed)).isEqualTo("1 first broken: " + number);
    }
  }

  private static void assertFound(Unpacked changed) {
    if (verdict(changed).equals("0 ")) {
      throw new AssertionError("not found");
    }
  }
}
