package io.herald.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.herald.members.Person;
import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import io.herald.testkit.TestKeys;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class PersonalTest {
  private final House house;
  private final Person amira;

  PersonalTest(TestDatabase kind) {
    house = new House(kind.open());
    amira = house.joined("Amira");
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void a_personal_field_is_closed_before_it_is_hashed_and_its_opening_proves_itself()
      throws Exception {
    append("words_edited", "Quite my own words");

    String stored = stored();
    assertThat(stored).doesNotContain("Quite my own");
    JsonNode field = new ObjectMapper().readTree(stored).path("content").path("words");
    assertThat(field.path("personal").asText())
        .isEqualTo("member/" + amira.member() + "/participation");
    Personal.Opened opened = house.in(tx -> house.keeping.personal().open(tx, stored));
    assertThat(opened.readable()).contains("\"words\":\"Quite my own words\"");
    assertThat(Sha256.of(opened.opened().get("words"))).isEqualTo(field.path("hash").asText());
    assertThat(new ObjectMapper().readTree(opened.opened().get("words")).path("value").asText())
        .isEqualTo("Quite my own words");
  }

  @Test
  void the_same_words_twice_look_different_and_hash_differently() {
    append("words_edited", "Quite my own words");
    String first = stored();
    append("words_edited", "Quite my own words");
    assertThat(stored()).isNotEqualTo(first);
  }

  @Test
  void without_its_key_a_field_is_gone_and_the_entry_is_as_it_was() {
    append("words_edited", "Quite my own words");
    String stored = stored();
    house.run(tx -> house.keeping.keys().destroy(tx, amira.member(), KeptAs.PARTICIPATION));

    assertThat(house.in(tx -> house.keeping.personal().open(tx, stored)).readable())
        .contains("words_edited")
        .doesNotContain("sealed")
        .doesNotContain("Quite");
    assertThat(stored()).isEqualTo(stored);
  }

  @Test
  void a_field_that_was_moved_elsewhere_does_not_open() {
    append("words_edited", "Quite my own words");
    String moved = stored().replace("words_edited", "words_erased");
    assertThatThrownBy(() -> house.run(tx -> house.keeping.personal().open(tx, moved)))
        .hasMessageContaining("was changed");
  }

  @Test
  void keys_are_wrapped_anew_when_the_encryption_key_is() {
    var old = new PersonKeys(TestKeys.of(1), new SecureRandom());
    byte[] key = house.in(tx -> old.make(tx, amira.member(), KeptAs.POSTS, house.clock.instant()));
    var both = new PersonKeys(TestKeys.of(2, 1), new SecureRandom());
    house.run(both::renew);
    var fresh = new PersonKeys(TestKeys.of(2), new SecureRandom());
    assertThat(house.maybe(tx -> fresh.find(tx, amira.member(), KeptAs.POSTS)))
        .hasValueSatisfying(found -> assertThat(found).isEqualTo(key));
    assertThatThrownBy(() -> house.run(tx -> old.find(tx, amira.member(), KeptAs.POSTS)))
        .hasMessageContaining("encryption key");
  }

  @Test
  void entries_from_before_are_closed_and_hashed_anew_once_and_then_get_their_place() {
    String before =
        Canonical.write(
            Map.of(
                "kind", "words_edited",
                "at", "2026-03-01T09:00:00Z",
                "subject", "post/1",
                "actor", "member/" + amira.member(),
                "content", Map.of("revision", 1, "words", "Written long ago")));
    house.run(
        tx ->
            tx.sql(OldEntrySql.class)
                .insert(
                    house.clock.instant(),
                    "words_edited",
                    amira.member(),
                    "post/1",
                    before,
                    Sha256.of(before)));
    var old = new OldEntries(house.database, house.keeping.personal());

    assertThat(old.renew()).isEqualTo(1);
    assertThat(old.renew()).isZero();

    String stored = stored();
    assertThat(stored).doesNotContain("long ago").contains("\"revision\":1");
    assertThat(house.in(tx -> house.keeping.personal().open(tx, stored)).readable())
        .contains("Written long ago");
    assertThat(house.<String>in(tx -> tx.sql(OldEntrySql.class).newestHash()))
        .isEqualTo(Sha256.of(stored));
    long places = new Sealer(house.database).sealAll().number();
    assertThat(places).isEqualTo(house.in(tx -> tx.sql(OldEntrySql.class).count()));
  }

  private void append(String kind, String words) {
    house.run(
        tx ->
            house.records.append(
                tx,
                Entry.of(kind, amira.member(), "post/1").with("revision", 1).with("words", words)));
  }

  private String stored() {
    List<String> all = house.list(tx -> tx.sql(RecordSql.class).about("post/1"));
    return all.get(all.size() - 1);
  }
}
