package io.herald.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.members.AccountFacts;
import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.network.Network;
import io.herald.outbox.Work;
import io.herald.post.Post;
import io.herald.records.export.Exports;
import io.herald.records.export.LedgerHouse;
import io.herald.records.proof.Verifier;
import io.herald.settings.Envelope;
import io.herald.share.Downloads;
import io.herald.testkit.House;
import io.herald.testkit.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecordsClerkTest {
  private final LedgerHouse ledger = new LedgerHouse(TestDatabase.inMemory());
  private final ChatHouse chat = new ChatHouse(ledger.house);
  private final Exports exports =
      new Exports(
          ledger.house.database,
          ledger.house.records,
          ledger.exporter,
          new MeantByFilter(ledger.house.people, ledger.house.campaigns),
          new Envelope(LedgerHouse.KEYS, "test", new SecureRandom()),
          Path.of("target"),
          ledger.house.clock);
  private final Downloads downloads =
      new Downloads(
          ledger.house.database,
          ledger.house.records,
          ledger.house.clock,
          new SecureRandom(),
          ledger.house.links,
          Map.of(Exports.KIND, new RecordFile(exports, ledger.house.outbox, ledger.house.clock)));
  private final RecordsClerk clerk =
      new RecordsClerk(
          ledger.house.roles,
          ledger.house.people,
          ledger.house.campaigns,
          ledger.house.organisation,
          new Arranging(chat).channels,
          exports,
          new ExportNotice(ledger.house.people, ledger.house.outbox, ledger.house.clock),
          chat.cards,
          ledger.house.outbox);
  private final ExportErrand errand =
      new ExportErrand(ledger.house.database, exports, downloads, chat.cards, System::nanoTime);
  private final RecordCards cards = new RecordCards(exports, chat.names);
  private final Person officer = ledger.house.member("Olga", Role.RECORDS);

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void only_a_records_officer_exports_and_only_an_admin_names_the_channel() {
    Person member = ledger.house.member("Max");
    Person admin = ledger.house.member("Ada", Role.ADMIN);
    assertThat(refused(member, new Intent.Records(""))).contains("a records officer");
    assertThat(refused(admin, new Intent.ExportRecord())).contains("a records officer");
    assertThat(refused(officer, new Intent.Records("checkpoints #news"))).contains("an admin");
    assertThat(chat.ask(clerk, officer, new Intent.Records(""))).isInstanceOf(Reply.Open.class);
    assertThat(chat.ask(clerk, admin, new Intent.Records("checkpoints #news")))
        .isInstanceOf(Reply.Say.class);
    assertThat(ChatHouse.said(chat.ask(clerk, officer, new Intent.Records("frobnicate"))))
        .contains("/herald records checkpoints #channel");
  }

  @Test
  void mistakes_are_said_at_their_field() {
    assertThat(mistakes(Map.of("person", List.of("nobody@example.com"))))
        .containsOnlyKeys("person");
    assertThat(mistakes(Map.of("reason", List.of("curious")))).containsOnlyKeys("person");
    assertThat(mistakes(Map.of("from", List.of("2000"), "to", List.of("1000"))))
        .containsOnlyKeys("to");
  }

  @Test
  void an_export_is_made_offered_and_fetched_once() throws Exception {
    ledger.house.submitted(ledger.house.member("Author"), "News");
    assertThat(ask(Map.of())).isInstanceOf(Reply.Done.class);
    assertThat(words(card())).contains("then the export begins");

    make();
    assertThat(words(card())).contains("The export is ready. It proves");
    assertThat(ChatHouse.choices(card()).get(0).link()).startsWith("https://herald.example/x/");

    LedgerHouse.Unpacked file = fetch();
    assertThat(new Verifier(ledger.key.verifying(), List.of()).verify(file).broken()).isEmpty();
    assertThat(file.text("entries.csv")).contains("record exported", "News");
    assertThat(words(card())).contains("was downloaded, or its hour is over");
    assertThat(ChatHouse.choices(card())).isEmpty();
    assertThat(fetch().files()).isEmpty();
  }

  @Test
  void a_file_that_nobody_fetched_is_gone_after_an_hour() throws Exception {
    ask(Map.of());
    make();
    ledger.house.clock.advance(Duration.ofMinutes(59));
    ledger.house.run(exports::forget);
    assertThat(ChatHouse.choices(card())).hasSize(1);
    ledger.house.clock.advance(Duration.ofMinutes(1));
    ledger.house.run(exports::forget);
    assertThat(ChatHouse.choices(card())).isEmpty();
    assertThat(fetch().files()).isEmpty();
  }

  @Test
  void whoever_is_named_reads_the_reason_and_their_shares_are_in_the_file() throws Exception {
    Person reader = ledger.house.person("Rita", "rita@example.com", AccountFacts.Kind.MEMBER);
    ledger.house.run(tx -> ledger.house.people.join(tx, reader));
    Person approver = ledger.house.member("Clara", Role.APPROVER);
    Post post = ledger.house.live(ledger.house.member("Author"), approver, "Fair");
    ledger.house.share(reader, post, Network.X);

    ask(Map.of("person", List.of("rita@example.com"), "reason", List.of("A court asked.")));
    make();
    assertThat(fetch().text("entries.jsonl")).contains("\"kind\":\"shared\"");
    List<CardRow> told = ledger.house.list(tx -> chat.cards.about(tx, CardKind.EXPORT_ABOUT, 1));
    assertThat(told).extracting(CardRow::recipient).containsExactly(reader.platformId());
    Card about = ledger.house.in(tx -> cards.about(tx, exports.find(tx, 1).orElseThrow()));
    assertThat(words(about)).contains("@Olga exported what you shared", "A court asked.");
    assertThat(ledger.house.recorded("export/1")).contains("record_exported");

    ask(Map.of("person", List.of("rita@example.com")));
    assertThat(ledger.house.list(tx -> chat.cards.about(tx, CardKind.EXPORT_ABOUT, 2))).isEmpty();
  }

  private void make() {
    var work = new Work(1, 0, ExportErrand.EXPORT, 1, 1, 0, House.NODE, 0);
    Errand.Result result = errand.run(work);
    ledger.house.run(result.store());
  }

  private LedgerHouse.Unpacked fetch() throws Exception {
    var file = new RecordFile(exports, ledger.house.outbox, ledger.house.clock);
    Downloads.File opened = ledger.house.in(tx -> file.open(tx, Exports.KIND, 1));
    var bytes = new ByteArrayOutputStream();
    opened.body().writeTo(bytes);
    return LedgerHouse.Unpacked.of(bytes.toByteArray());
  }

  private Card card() {
    return ledger.house.in(
        tx ->
            cards.export(
                tx, exports.find(tx, 1).orElseThrow(), officer, ledger.house.clock.instant()));
  }

  private static String words(Card card) {
    return ChatHouse.words(card);
  }

  private String refused(Person person, Intent.Recording intent) {
    return ChatHouse.refused(() -> chat.ask(clerk, person, intent));
  }

  private Map<String, ?> mistakes(Map<String, List<String>> values) {
    return ((Reply.Correct) ask(values)).fields();
  }

  private Reply ask(Map<String, List<String>> values) {
    return chat.ask(clerk, officer, new Intent.ExportRecord(), values);
  }
}
