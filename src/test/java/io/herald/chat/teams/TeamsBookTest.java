package io.herald.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.store.Database;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.SettableClock;
import io.herald.testkit.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class TeamsBookTest {
  private final Database database;
  private final SettableClock clock = new SettableClock();
  private final TeamsBook book;

  TeamsBookTest(TestDatabase kind) {
    database = kind.open();
    book = new TeamsBook(database, clock, "T");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void the_first_of_a_tenant_and_of_a_channel_is_told_once() {
    assertThat(book.latest()).isEmpty();
    assertThat(book.note(chat("https://a/"))).isTrue();
    assertThat(book.note(chat("https://a/"))).isFalse();
    assertThat(book.note(channel("news"))).isTrue();
    assertThat(book.note(channel("news"))).isFalse();
    assertThat(book.latest()).isPresent();
  }

  @Test
  void an_address_that_changed_is_used_from_then_on() {
    book.note(chat("https://a/"));
    clock.advance(Duration.ofMinutes(1));
    book.note(chat("https://b/"));

    assertThat(book.personal("29:ann").orElseThrow().serviceUrl()).isEqualTo("https://b/");
    assertThat(book.latest().orElseThrow().serviceUrl()).isEqualTo("https://b/");
  }

  @Test
  void what_one_activity_leaves_out_another_one_told() {
    book.note(channel("news"));
    book.note(channel(null));

    assertThat(book.find("19:news@thread.tacv2;messageid=1").orElseThrow().name())
        .isEqualTo("news");
    assertThat(book.channels()).hasSize(1);
  }

  @Test
  void what_ended_is_ended_until_it_is_heard_of_again() {
    book.note(chat("https://a/"));
    book.end("T", "a:ann");
    assertThat(book.personal("29:ann").orElseThrow().endedAt()).isNotNull();
    book.note(chat("https://a/"));
    assertThat(book.personal("29:ann").orElseThrow().endedAt()).isNull();

    book.note(channel("news"));
    book.endTeam("T", "19:team");
    assertThat(book.channels()).isEmpty();
  }

  @Test
  void people_keep_what_was_known_of_them() {
    book.meet(new TeamsSql.Met("T", "29:ann", "guid", "Europe/Berlin", "a:ann", null));
    book.home("29:ann", "17");
    book.meet(new TeamsSql.Met("T", "29:ann", null, null, "19:news@thread.tacv2", null));

    assertThat(book.met("29:ann"))
        .contains(new TeamsSql.Met("T", "29:ann", "guid", "Europe/Berlin", "a:ann", "17"));
    assertThat(book.met("29:bob")).isEmpty();
  }

  @Test
  void forms_are_kept_for_a_week() {
    book.keepForm("f", "{}");
    book.keepForm("f", "{\"a\":1}");
    assertThat(book.form("f")).contains("{\"a\":1}");
    clock.advance(Duration.ofDays(6));
    book.forgetForms();
    assertThat(book.form("f")).isPresent();
    clock.advance(Duration.ofDays(2));
    book.forgetForms();
    assertThat(book.form("f")).isEmpty();
  }

  @Test
  void a_form_that_was_sent_is_forgotten_before_the_desk_forgets_that_it_was() {
    book.keepForm("f", "{}");
    book.sentForm("f");
    clock.advance(Duration.ofHours(23));
    book.forgetForms();
    assertThat(book.form("f")).isPresent();
    clock.advance(Duration.ofHours(2));
    book.forgetForms();
    assertThat(book.form("f")).isEmpty();
  }

  @Test
  void in_development_the_tenant_is_the_one_last_heard_of() {
    var open = new TeamsBook(database, clock, null);
    assertThat(open.tenant()).isEmpty();
    open.note(chat("https://a/"));
    assertThat(open.tenant()).contains("T");
    assertThat(new TeamsBook(database, clock, null).tenant()).contains("T");
  }

  private static Reference chat(String service) {
    return new Reference(
        "T", "a:ann", Reference.Kind.PERSONAL, service, "28:h", "29:ann", null, null, null);
  }

  private static Reference channel(@org.jspecify.annotations.Nullable String name) {
    return new Reference(
        "T",
        "19:news@thread.tacv2",
        Reference.Kind.CHANNEL,
        "https://a/",
        "28:h",
        null,
        "19:team",
        name,
        null);
  }
}
