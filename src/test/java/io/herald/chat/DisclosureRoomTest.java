package io.herald.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.checks.Finding;
import io.herald.checks.Severity;
import io.herald.network.Network;
import io.herald.policy.Disclosure.Mode;
import io.herald.policy.DisclosureRule;
import io.herald.policy.DisclosureRules;
import io.herald.post.Content;
import io.herald.post.Freedom;
import io.herald.share.ShareLinks;
import io.herald.testkit.House;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DisclosureRoomTest {
  private static final DisclosureRules REQUIRED =
      new DisclosureRules(
          List.of(
              new DisclosureRule(
                  null, null, 0, Mode.REQUIRED, "I work for Acme, and think so", "#AcmeTeam")));

  private final DisclosureRoom room =
      new DisclosureRoom(new DraftRules(new ShareLinks(URI.create("https://herald.example"))));

  private static Content content(Freedom freedom, String words, Map<Network, List<String>> own) {
    Content like = House.content("News");
    return new Content(
        like.link(),
        like.headline(),
        words,
        null,
        own,
        like.topics(),
        null,
        null,
        freedom,
        null,
        null,
        null);
  }

  private Map<String, List<Finding>> in(String words, Map<Network, List<String>> own) {
    return room.in(content(Freedom.EDIT_FREELY, words, own), REQUIRED);
  }

  @Test
  void a_text_with_room_for_the_shorter_form_lacks_nothing() {
    // X takes 280: 35 go to the link, 9 to the disclosure, 4 to the lines between.
    assertThat(in("w".repeat(232), Map.of())).isEmpty();
  }

  @Test
  void a_text_that_fits_only_without_it_is_found_with_the_network_the_length_and_a_remedy() {
    assertThat(in("w".repeat(238), Map.of()))
        .containsOnlyKeys(DraftForm.TEXT)
        .extractingByKey(DraftForm.TEXT)
        .satisfies(
            found -> {
              assertThat(found).hasSize(1);
              Finding finding = found.get(0);
              assertThat(finding.severity()).isEqualTo(Severity.BLOCKING);
              assertThat(finding.firm()).isFalse();
              assertThat(finding.name()).isEqualTo("No room for the disclosure on X");
              assertThat(finding.words()).isEqualTo("#AcmeTeam");
              assertThat(finding.why()).contains("X 286 of 280");
              assertThat(finding.better())
                  .isEqualTo("Make the text 6 characters shorter, or give X a wording of its own.");
            });
  }

  @Test
  void a_text_that_is_too_long_anyway_lacks_no_room_for_the_disclosure() {
    assertThat(in("w".repeat(400), Map.of())).isEmpty();
  }

  @Test
  void a_wording_of_its_own_is_looked_at_in_the_place_of_the_text() {
    var own = Map.of(Network.X, List.of("Short.", "w".repeat(238)));
    assertThat(in("w".repeat(238), own)).containsOnlyKeys(DraftForm.wording(Network.X, 2));
  }

  @Test
  void what_is_only_advised_is_told_and_does_not_block() {
    var advised =
        new DisclosureRules(
            List.of(new DisclosureRule(null, Network.X, 0, Mode.ADVISED, "I work for Acme", "")));
    assertThat(room.in("News", "w".repeat(238), List.of(1L), advised))
        .extracting(Finding::severity)
        .containsExactly(Severity.ADVICE);
  }

  @Test
  void talking_points_are_not_shared_as_they_stand() {
    assertThat(room.in(content(Freedom.TALKING_POINTS, "w".repeat(238), Map.of()), REQUIRED))
        .isEmpty();
  }
}
