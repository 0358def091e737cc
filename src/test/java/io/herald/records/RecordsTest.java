package io.herald.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class RecordsTest {
  private final House house;

  RecordsTest(TestDatabase database) {
    house = new House(database.open());
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void an_entry_is_kept_as_canonical_json() {
    house.run(
        tx ->
            house.records.append(
                tx,
                Entry.of("tried", 7L, "thing/1")
                    .with("b", List.of("ü", "\u2028"))
                    .with("a", 1.0)
                    .with("none", null)));
    String at = house.clock.instant().toString();
    assertThat(house.list(tx -> house.records.about(tx, "thing/1")))
        .containsExactly(
            "{\"actor\":\"member/7\",\"at\":\""
                + at
                + "\",\"content\":{\"a\":1,\"b\":[\"ü\",\"\u2028\"]},\"kind\":\"tried\","
                + "\"subject\":\"thing/1\"}");
  }

  @Test
  void the_hash_is_that_of_the_content() {
    assertThat(Sha256.of("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void an_entry_is_gone_with_the_fact_that_was_undone() {
    assertThatThrownBy(
            () ->
                house.run(
                    tx -> {
                      house.records.append(tx, Entry.of("tried", null, "thing/2"));
                      throw new IllegalStateException("undone");
                    }))
        .hasMessage("undone");
    assertThat(house.list(tx -> house.records.about(tx, "thing/2"))).isEmpty();
  }
}
