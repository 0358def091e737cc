package io.herald.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.backup.Backups;
import io.herald.backup.KeptBackups;
import io.herald.backup.Nightly;
import io.herald.backup.Restore;
import io.herald.members.AccountFacts.Kind;
import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.network.Network;
import io.herald.outbox.Chores;
import io.herald.post.Post;
import io.herald.records.KeptAs;
import io.herald.records.Retention;
import io.herald.records.Sealer;
import io.herald.records.export.LedgerHouse;
import io.herald.records.export.Wanted;
import io.herald.records.proof.Verdict;
import io.herald.records.proof.Verifier;
import io.herald.settings.EncryptionKeys;
import io.herald.store.Database;
import io.herald.store.H2;
import io.herald.testkit.Everything;
import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import io.herald.words.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothDatabases
class ErasureTest {
  private static final EncryptionKeys KEYS = House.KEYS;
  private static final String NAME = "Zacharias Unverwechselbar";
  private static final String ADDRESS = "zacharias.u@acme.example";
  private static final String WORDS = "Words of a kind that nobody else would ever choose";
  private static final Duration KEEP = Duration.ofDays(2);

  private final TestDatabase kind;
  @TempDir Path data;
  private String url = "";
  private House house;
  private LedgerHouse ledger;

  ErasureTest(TestDatabase kind) {
    this.kind = kind;
    this.ledger = new LedgerHouse(TestDatabase.inMemory());
    this.house = ledger.house;
  }

  @BeforeEach
  void open() {
    house.close();
    url = kind == TestDatabase.H2_FILE ? H2.file(data.resolve("herald")) : kind.url();
    ledger = new LedgerHouse(Database.open(url));
    house = ledger.house;
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void of_whom_nothing_must_be_kept_no_byte_is_left_but_the_chain_holds() throws Exception {
    Person otto = house.joined("Otto", Role.APPROVER);
    Post post = house.live(house.joined("Amira"), otto, "Open day");
    Person leaver = leaver();
    use(leaver, post);
    assertThat(file(leaver)).contains(NAME, ADDRESS, WORDS, "Posts a week at most", "Rest until");
    nights(1);
    assertThat(found()).as("before, or the test could not fail").isNotEmpty();
    LedgerHouse.Unpacked before = verified(ledger);
    assertThat(before.text("opened.jsonl")).contains("topic");

    Erasure erasure = house.in(tx -> house.keeping.erasures().ask(tx, house.again(leaver)));

    assertThat(erasure.rest()).isEqualTo(Erasure.Rest.NONE);
    assertThat(erasure.doneAt()).isEqualTo(house.clock.instant());
    assertThat(everything()).doesNotContain(NAME).doesNotContain(ADDRESS).doesNotContain(WORDS);
    nights(4);
    assertThat(
            house
                .in(tx -> house.keeping.erasures().find(tx, erasure.id()))
                .orElseThrow()
                .finishedAt())
        .isNotNull();
    LedgerHouse.Unpacked after = verified(ledger);
    assertThat(after.text("chain.txt"))
        .startsWith(before.text("chain.txt").lines().findFirst().orElseThrow());
    house.close();
    assertThat(found()).isEmpty();
  }

  @Test
  void of_one_with_a_decision_only_what_its_class_holds_can_be_read() {
    Person leaver = leaver();
    house.run(tx -> house.roles.grantFromSettings(tx, leaver.member(), Role.APPROVER));
    Post post = house.submitted(house.joined("Amira"), "Open day");
    house.run(
        tx -> {
          var review = house.reviews.newest(tx, post.id()).orElseThrow();
          house.reviews.requestChanges(
              tx, review.id(), review.current().orElseThrow(), leaver, "Name the place.");
        });
    Post live = house.live(house.joined("Ben"), house.member("Otto", Role.APPROVER), "Fair");
    use(leaver, live);

    Erasure erasure = house.in(tx -> house.keeping.erasures().ask(tx, house.again(leaver)));

    assertThat(erasure.rest()).isEqualTo(Erasure.Rest.ASKED);
    assertThat(everything()).doesNotContain(NAME).doesNotContain(ADDRESS).doesNotContain(WORDS);
    String readable = readable(leaver);
    assertThat(readable).contains(NAME, ADDRESS, "Name the place.").doesNotContain(WORDS);
    assertThat(house.maybe(tx -> house.keeping.erasures().name(tx, erasure))).contains(NAME);

    house.run(tx -> house.keeping.erasures().decide(tx, 1, erasure.id(), true));
    assertThat(readable(leaver)).doesNotContain(NAME).doesNotContain("Name the place.");
    assertThatThrownBy(
            () -> house.run(tx -> house.keeping.erasures().decide(tx, 1, erasure.id(), true)))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void a_hold_keeps_everything_until_it_is_released() throws IOException {
    Person leaver = leaver();
    Post post = house.live(house.joined("Amira"), house.member("Otto", Role.APPROVER), "Fair");
    use(leaver, post);
    long hold =
        house.in(
            tx ->
                house
                    .keeping
                    .retention()
                    .hold(tx, 1, leaver.member(), null, null, null, "A lawsuit"));

    Erasure erasure = house.in(tx -> house.keeping.erasures().ask(tx, house.again(leaver)));

    assertThat(erasure.doneAt()).isNull();
    assertThat(house.again(leaver).joined()).isFalse();
    assertThat(readable(leaver)).contains(WORDS);
    sweeper().sweep();
    assertThat(everything()).contains(NAME);

    house.run(tx -> house.keeping.retention().release(tx, 1, hold));
    sweeper().sweep();
    assertThat(everything()).doesNotContain(NAME);
    assertThat(readable(leaver)).doesNotContain(WORDS);
  }

  @Test
  void a_backup_from_before_forgets_them_again_before_anybody_sees_it() throws IOException {
    Person leaver = leaver();
    use(leaver, house.live(house.joined("Amira"), house.member("O", Role.APPROVER), "Fair"));
    Path file = data.resolve("before.backup");
    new Backups(house.database, KEYS, house.clock, new SecureRandom()).make(file);
    house.clock.advance(Duration.ofHours(1));
    house.run(tx -> house.keeping.erasures().ask(tx, house.again(leaver)));
    sweeper().sweep();
    house.close();

    new Restore(
            url,
            KEYS,
            new KeptBackups(data, KEEP),
            house.clock,
            new SecureRandom(),
            (database, madeAt) -> applied(database, madeAt))
        .from(file, false);

    house = new House(Database.open(url));
    assertThat(everything()).contains("Amira").doesNotContain(NAME);
    assertThat(readable(leaver)).doesNotContain(WORDS);
  }

  private void applied(Database database, Instant madeAt) {
    var restored = new House(database);
    int applied =
        Sweeper.applyAfterRestore(
            database, restored.keeping.erasures(), new ErasureList(data), madeAt);
    assertThat(applied).isEqualTo(1);
  }

  @Test
  void the_last_admin_cannot_vanish_and_nobody_is_asked_twice() {
    Person admin = house.joined("Dan", Role.ADMIN);
    assertThatThrownBy(() -> house.run(tx -> house.keeping.erasures().ask(tx, admin)))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.key()).isEqualTo("refusal.last_admin_erased"));
    assertThat(house.again(admin).joined()).isTrue();
  }

  @Test
  void whoever_comes_back_is_a_stranger() {
    Person leaver = leaver();
    house.run(tx -> house.keeping.erasures().ask(tx, leaver));
    Person again = house.stranger(leaver.platformId());
    assertThat(again.member()).isNotEqualTo(leaver.member());
    assertThat(again.name()).isNull();
  }

  @Test
  void content_goes_at_the_end_of_its_class_and_hashes_stay() {
    Person otto = house.member("Otto", Role.APPROVER);
    Post post = house.submitted(house.joined("Amira"), "Open day");
    house.approved(post, otto);
    new Sealer(house.database).sealAll();
    house.run(tx -> house.keeping.retention().set(tx, 1, KeptAs.DECISIONS, 12));
    long held =
        house.in(
            tx ->
                house
                    .keeping
                    .retention()
                    .hold(
                        tx,
                        1,
                        null,
                        null,
                        house.clock.instant().minus(Duration.ofDays(1)),
                        house.clock.instant().plus(Duration.ofDays(1)),
                        "An audit"));
    house.clock.advance(Duration.ofDays(400));
    assertThat(house.in(house.keeping.retention()::deleteWhatIsOver)).isZero();
    house.run(tx -> house.keeping.retention().release(tx, 1, held));

    assertThat(house.in(house.keeping.retention()::deleteWhatIsOver)).isEqualTo(1);

    assertThat(house.list(tx -> house.keeping.retention().kept(tx, List.of(otto.member()))))
        .extracting(Retention.Kept::keptAs)
        .doesNotContain(KeptAs.DECISIONS);
    assertThat(house.recorded("post/" + post.id())).contains("revision_written", "review_opened");
    assertThat(house.in(house.keeping.retention()::deleteWhatIsOver)).isZero();
  }

  private Person leaver() {
    Person person = house.person(NAME, ADDRESS, Kind.MEMBER);
    house.run(tx -> house.people.join(tx, person));
    return house.again(person);
  }

  /** Follows, shares, writes own words. */
  private void use(Person person, Post post) {
    house.run(
        tx ->
            house.people.follow(
                tx, person.member(), List.of(1L, house.topics.add(tx, 1, "Fun").id())));
    house.run(
        tx ->
            house.givens.own(
                tx,
                house.posts.newest(tx, house.posts.get(tx, post.id())),
                person.member(),
                WORDS));
    house.share(person, post, Network.LINKEDIN);
    house.run(
        tx -> {
          house.attention.cap(tx, person, 3);
          house.attention.pause(tx, person);
        });
  }

  /** Each with its backup at two, and what is swept at three. */
  private void nights(int number) throws IOException {
    Nightly nightly =
        new Nightly(
            house.database,
            new Chores(house.clock),
            new Backups(house.database, KEYS, house.clock, new SecureRandom()),
            new KeptBackups(data, KEEP),
            house.clock,
            ZoneOffset.UTC);
    Sweeper sweeper = sweeper();
    for (int night = 0; night < number; night++) {
      var two = house.clock.instant().atOffset(ZoneOffset.UTC).plusDays(1).withHour(2);
      house.clock.set(two.toInstant());
      nightly.tick();
      house.clock.set(two.withHour(3).toInstant());
      sweeper.sweep();
    }
  }

  private Sweeper sweeper() {
    return new Sweeper(
        house.database,
        house.keeping.erasures(),
        new ErasureList(data),
        house.keeping.retention(),
        house.records,
        new KeptBackups(data, KEEP),
        ZoneOffset.UTC);
  }

  /** All that they can have of what is kept about them. */
  private String file(Person person) {
    var lines = new ArrayList<String>();
    house.run(
        tx ->
            house
                .keeping
                .ownData()
                .write(tx, person.member(), line -> lines.add(String.valueOf(line.line()))));
    return String.join("", lines);
  }

  private String readable(Person person) {
    return house
        .in(tx -> house.keeping.retention().entries(tx, List.of(person.member())))
        .toString();
  }

  /** An export of all that may be shown, which verifies. */
  private static LedgerHouse.Unpacked verified(LedgerHouse ledger) throws Exception {
    LedgerHouse.Unpacked export = ledger.unpacked(Wanted.ALL);
    Verdict verdict = new Verifier(ledger.key.verifying(), List.of()).verify(export);
    assertThat(verdict.broken()).isEmpty();
    assertThat(verdict.entries()).isPositive();
    return export;
  }

  private String everything() {
    return Everything.in(house.database);
  }

  /** The files of the data directory in which something of the leaver stands, as it is. */
  private List<Path> found() throws IOException {
    if (kind == TestDatabase.POSTGRESQL) {
      return everything().contains(NAME) ? List.of(Path.of("database")) : List.of();
    }
    try (var files = Files.walk(data)) {
      return files.filter(Files::isRegularFile).filter(ErasureTest::tells).toList();
    }
  }

  private static boolean tells(Path file) {
    try {
      String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
      return List.of(NAME, ADDRESS, WORDS).stream().anyMatch(bytes::contains);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
