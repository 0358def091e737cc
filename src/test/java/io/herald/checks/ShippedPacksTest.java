package io.herald.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShippedPacksTest {
  @Test
  void every_pack_that_ships_has_fifteen_rules_with_their_sources() {
    assertThat(ShippedPacks.all().values())
        .allSatisfy(
            pack -> {
              assertThat(pack.size()).as(pack.id()).isGreaterThanOrEqualTo(15);
              assertThat(pack.rules()).allSatisfy(r -> assertThat(r.source()).isNotBlank());
            });
  }

  @Test
  void each_rule_finds_what_its_pack_says_and_spares_what_it_says() {
    // Reading holds rules to their examples, and throws with the line of one that fails.
    for (Pack pack : ShippedPacks.all().values()) {
      assertThat(PackReader.read(pack.text()).rules()).as(pack.id()).hasSameSizeAs(pack.rules());
    }
  }
}
