package io.herald.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.network.Network;
import io.herald.share.ShareTokens.Opened;
import io.herald.testkit.TestKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ShareTokensTest {
  private final ShareTokens tokens = tokens(1);

  @Test
  void a_token_says_again_what_was_put_into_it() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      long member = random.nextLong() >>> 16;
      long post = random.nextLong() >>> 24;
      Network network = Network.values()[random.nextInt(Network.values().length)];
      String token = tokens.make(member, post, network);
      assertThat(token).as("seed %d", seed).hasSize(23).matches("[0-9A-Za-z]+");
      assertThat(tokens.open(token)).contains(new Opened(member, post, network));
    }
  }

  @Test
  void the_greatest_and_smallest_ids_have_a_token_and_greater_ones_do_not() {
    long member = (1L << 48) - 1;
    long post = (1L << 40) - 1;
    assertThat(tokens.open(tokens.make(member, post, Network.INSTAGRAM)))
        .contains(new Opened(member, post, Network.INSTAGRAM));
    assertThat(tokens.open(tokens.make(0, 0, Network.LINKEDIN)))
        .contains(new Opened(0, 0, Network.LINKEDIN));
    assertThatThrownBy(() -> tokens.make(member + 1, 1, Network.X))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tokens.make(1, post + 1, Network.X))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tokens.make(-1, 1, Network.X))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void neighbours_look_nothing_alike() {
    Set<String> endings = new HashSet<>();
    for (long member = 1; member <= 500; member++) {
      endings.add(tokens.make(member, 1, Network.X).substring(1, 6));
    }
    assertThat(endings).hasSizeGreaterThan(490);
  }

  @Test
  void a_token_with_any_character_changed_opens_nothing() {
    String token = tokens.make(7, 12, Network.X);
    for (int at = 0; at < token.length(); at++) {
      for (char c : "0aZ9".toCharArray()) {
        String changed = token.substring(0, at) + c + token.substring(at + 1);
        if (!changed.equals(token)) {
          assertThat(tokens.open(changed)).as(changed).isEmpty();
        }
      }
    }
  }

  @Test
  void what_is_no_token_opens_nothing() {
    String token = tokens.make(7, 12, Network.X);
    for (String other :
        List.of(
            "",
            "x",
            token + "0",
            token.substring(1),
            token.charAt(0) + "z".repeat(22),
            token.charAt(0) + "ä".repeat(22),
            token.charAt(0) + "-".repeat(22))) {
      assertThat(tokens.open(other)).as(other).isEmpty();
    }
  }

  @Test
  void a_retired_key_goes_on_opening_what_it_made_wherever_it_stands() {
    String old = tokens(1).make(7, 12, Network.X);
    assertThat(tokens(2, 1).open(old)).contains(new Opened(7, 12, Network.X));
    assertThat(tokens(3, 2, 1).open(old)).isPresent();
    assertThat(tokens(1, 3, 2).open(old)).isPresent();
    assertThat(tokens(2, 3).open(old)).isEmpty();
    assertThat(tokens(2, 1).make(7, 12, Network.X)).isNotEqualTo(old);
  }

  @Test
  void two_keys_with_the_same_number_are_told_apart() {
    Map<Character, List<Integer>> byNumber = new HashMap<>();
    List<Integer> twins = List.of();
    for (int seed = 1; twins.isEmpty(); seed++) {
      char number = tokens(seed).make(1, 1, Network.X).charAt(0);
      List<Integer> same = byNumber.computeIfAbsent(number, n -> new ArrayList<>());
      same.add(seed);
      if (same.size() == 2) {
        twins = same;
      }
    }
    String first = tokens(twins.get(0)).make(7, 12, Network.X);
    String second = tokens(twins.get(1)).make(8, 13, Network.EMAIL);
    ShareTokens both = tokens(twins.get(0), twins.get(1));
    assertThat(both.open(first)).contains(new Opened(7, 12, Network.X));
    assertThat(both.open(second)).contains(new Opened(8, 13, Network.EMAIL));
  }

  @Test
  void links_made_today_open_with_every_later_version() {
    assertThat(tokens(1).open("i20M4ygDX4rovKnATPbAzgc")).contains(new Opened(7, 12, Network.X));
  }

  private static ShareTokens tokens(int... seeds) {
    return new ShareTokens(TestKeys.of(seeds));
  }
}
