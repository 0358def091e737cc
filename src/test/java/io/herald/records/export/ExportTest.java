package io.herald.records.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.records.Entry;
import io.herald.records.Sha256;
import io.herald.records.export.LedgerHouse.Unpacked;
import io.herald.records.proof.Manifest;
import io.herald.records.proof.UnreadableExport;
import io.herald.records.proof.Verdict;
import io.herald.records.proof.Verifier;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class ExportTest {
  private final LedgerHouse ledger;
  private final Instant began;

  ExportTest(TestDatabase database) {
    ledger = new LedgerHouse(database.open());
    began = ledger.house.clock.instant();
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void an_export_seals_first_and_verifies() throws Exception {
    append("decision", 7L, "post/1", "reason", "good <b>");
    append("revision_written", 8L, "post/1", "words", "=SUM(A1)");
    Unpacked export = ledger.unpacked(Wanted.ALL);

    Verdict verdict = verify(export);
    assertThat(verdict.broken()).isEmpty();
    assertThat(verdict.entries()).isEqualTo(2);
    assertThat(verdict.shown()).isEqualTo(2);
    assertThat(export.text("entries.jsonl").lines().count()).isEqualTo(2);
    assertThat(export.text("report.html"))
        .contains("Person 7 <small>member/7</small>", "good &lt;b&gt;", "2 entries are shown.")
        .doesNotContain("good <b>", "http:", "https:");
    assertThat(export.text("entries.csv"))
        .contains("\"revision written\",\"post/1\",\"words: =SUM");
    assertThat(export.text("people.csv")).contains("\"member/8\",\"Person 8\",\"U8\"");
  }

  @Test
  void the_page_lets_its_own_script_run_and_no_other() {
    append("decision", 7L, "post/1", "reason", "<script>alert(1)</script>");
    String page = ledger.unpacked(Wanted.ALL).text("report.html");
    String script = page.substring(page.indexOf("<script>") + 8, page.indexOf("</script>"));
    String hash = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(Sha256.of(script)));
    assertThat(page)
        .contains("default-src 'none'", "script-src 'sha256-" + hash + "'")
        .containsOnlyOnce("<script>");
    assertThat(script).contains("addEventListener");
  }

  @Test
  void an_empty_ledger_can_be_exported_and_verifies() throws Exception {
    Verdict verdict = verify(ledger.unpacked(Wanted.ALL));
    assertThat(verdict.broken()).isEmpty();
    assertThat(verdict.entries()).isZero();
  }

  @Test
  void what_a_filter_leaves_out_stands_as_its_hashes_and_the_chain_still_verifies()
      throws Exception {
    append("decision", 7L, "post/1", "reason", "Grün \"und\" gut");
    append("decision", 8L, "post/2", "reason", "no");
    append("campaign_sent", 7L, "campaign/5", "name", "Fair");

    assertShows(wanted(Set.of(7L), null, null, null), "post/1", "campaign/5");
    assertShows(wanted(Set.of(), 5L, null, null), "post/2", "campaign/5");
    assertShows(wanted(Set.of(), null, "grün \"UND\"", null), "post/1");
    assertShows(wanted(Set.of(), null, "nowhere", null));
  }

  @Test
  void a_time_gives_the_stretch_from_before_it_to_the_next_checkpoint() throws Exception {
    append("decision", 7L, "post/1", "reason", "early");
    ledger.house.clock.advance(Duration.ofHours(1));
    append("decision", 7L, "post/2", "reason", "in time");
    ledger.house.clock.advance(Duration.ofHours(1));
    append("decision", 7L, "post/3", "reason", "late");
    Manifest.Place next = place(ledger.checkpoints.make().orElseThrow().checkpoint().number());
    append("decision", 7L, "post/4", "reason", "later still");

    Unpacked export =
        ledger.unpacked(
            new Wanted(
                began.plusSeconds(1),
                began.plusSeconds(3_601),
                Set.of(),
                null,
                Set.of(),
                null,
                null));

    Verdict verdict = verify(export, next);
    assertThat(verdict.broken()).isEmpty();
    assertThat(verdict.entries()).isEqualTo(2);
    assertThat(export.text("chain.txt")).startsWith("2 + ").contains("\n3 - ");
    assertThat(export.text("entries.csv")).contains("in time").doesNotContain("early", "late");
  }

  @Test
  void what_somebody_shared_is_shown_for_that_person_and_a_reason_alone() throws Exception {
    append("shared", 7L, "post/1", "network", "linkedin");
    append("shared", 8L, "post/1", "network", "x");
    append("joined", 7L, "member/7", "by", "command");

    assertShows(Wanted.ALL, "member/7");
    assertShows(wanted(Set.of(7L), null, null, null), "member/7");
    assertShows(wanted(Set.of(7L), null, null, "asked by the court"), "post/1", "member/7");
  }

  @Test
  void a_posted_checkpoint_finds_a_ledger_that_was_written_anew() throws Exception {
    append("decision", 7L, "post/1", "reason", "as it was");
    var posted = ledger.checkpoints.make().orElseThrow().checkpoint();
    Unpacked export = ledger.unpacked(Wanted.ALL);
    assertThat(verify(export, new Manifest.Place(1, posted.chain())).whole()).isTrue();

    Verdict anew = verify(export, new Manifest.Place(1, "ab".repeat(32)));
    assertThat(anew.whole()).isFalse();
    assertThat(anew.firstBroken()).isEqualTo(1);
    assertThatThrownBy(() -> verify(export, new Manifest.Place(9, posted.chain())))
        .isInstanceOf(UnreadableExport.class)
        .hasMessageContaining("outside this export");
  }

  @Test
  void a_checkpoint_is_signed_once_for_a_place() {
    append("decision", 7L, "post/1", "reason", "good");
    assertThat(ledger.checkpoints.make().orElseThrow().isNew()).isTrue();
    assertThat(ledger.checkpoints.make().orElseThrow().isNew()).isFalse();
    append("decision", 7L, "post/2", "reason", "good");
    assertThat(ledger.checkpoints.make().orElseThrow().isNew()).isTrue();
  }

  private Manifest.Place place(long number) {
    return ledger
        .house
        .maybe(tx -> ledger.checkpoints.at(tx, number))
        .map(c -> new Manifest.Place(c.number(), c.chain()))
        .orElseThrow();
  }

  private void assertShows(Wanted wanted, String... subjects) throws Exception {
    Unpacked export = ledger.unpacked(wanted);
    assertThat(verify(export).broken()).isEmpty();
    assertThat(export.text("entries.jsonl").lines())
        .extracting(line -> line.replaceAll(".*\"subject\":\"([^\"]+)\".*", "$1"))
        .containsExactly(subjects);
  }

  private static Wanted wanted(
      Set<Long> person, @Nullable Long campaign, @Nullable String text, @Nullable String reason) {
    return new Wanted(null, null, person, campaign, Set.of("post/2"), text, reason);
  }

  private void append(String kind, Long actor, String subject, String name, String value) {
    ledger.append(Entry.of(kind, actor, subject).with(name, value));
  }

  private Verdict verify(Unpacked export, Manifest.Place... posted) throws Exception {
    return new Verifier(ledger.key.verifying(), List.of(posted)).verify(export);
  }
}
