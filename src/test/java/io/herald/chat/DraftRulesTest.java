package io.herald.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.network.Network;
import io.herald.policy.DisclosureRules;
import io.herald.post.Content;
import io.herald.post.Topic;
import io.herald.share.ShareLinks;
import io.herald.words.Text;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DraftRulesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final List<Topic> TOPICS =
      List.of(new Topic(1, "General", false), new Topic(7, "Hiring", false));

  private final DraftRules rules =
      new DraftRules(new ShareLinks(URI.create("https://herald.example.com")));
  private final Map<String, List<String>> fields = new HashMap<>();
  private int xWordings;

  DraftRulesTest() {
    put(DraftForm.LINK, "https://example.com/jobs");
    put(DraftForm.HEADLINE, "We are hiring");
    put(DraftForm.TEXT, "Come and work with us.");
  }

  @Test
  void the_least_that_is_asked_makes_a_draft_about_general() {
    Content content = content();
    assertThat(content.topics()).containsExactly(1L);
    assertThat(content.from()).isNull();
    assertThat(content.until()).isNull();
  }

  @Test
  void what_is_missing_is_said_at_each_field() {
    fields.clear();
    assertThat(mistakes().keySet())
        .containsExactlyInAnyOrder(DraftForm.LINK, DraftForm.HEADLINE, DraftForm.TEXT);
  }

  @Test
  void a_text_that_nobody_can_see_is_missing() {
    put(DraftForm.TEXT, "\u200b \u2060\n");
    assertThat(mistakes()).containsOnlyKeys(DraftForm.TEXT);
  }

  @Test
  void a_link_must_lead_to_the_web_and_name_nobody() {
    for (String link :
        List.of("example.com", "javascript:alert(1)", "https://me:pw@example.com", "https://")) {
      put(DraftForm.LINK, link);
      assertThat(mistakes()).as(link).containsOnlyKeys(DraftForm.LINK);
    }
  }

  @Test
  void until_comes_after_from_and_after_now() {
    put(DraftForm.UNTIL, epoch(NOW.minusSeconds(1)));
    assertThat(mistakes()).containsOnlyKeys(DraftForm.UNTIL);
    put(DraftForm.FROM, epoch(NOW.plus(Duration.ofDays(2))));
    put(DraftForm.UNTIL, epoch(NOW.plus(Duration.ofDays(1))));
    assertThat(mistakes()).containsOnlyKeys(DraftForm.UNTIL);
  }

  @Test
  void share_from_in_the_past_means_now() {
    put(DraftForm.FROM, epoch(NOW.minusSeconds(60)));
    assertThat(content().from()).isNull();
  }

  @Test
  void an_unknown_topic_is_said_at_its_field() {
    fields.put(DraftForm.TOPICS, List.of("7", "99"));
    assertThat(mistakes()).containsOnlyKeys(DraftForm.TOPICS);
  }

  @Test
  void a_wording_must_fit_its_network_with_the_link_counted_in() {
    xWordings = 2;
    put(DraftForm.wording(Network.X, 1), "x".repeat(255));
    put(DraftForm.wording(Network.X, 2), "x".repeat(256));
    assertThat(mistakes()).containsOnlyKeys(DraftForm.wording(Network.X, 2));
  }

  @Test
  void an_image_needs_a_description() {
    put(DraftForm.IMAGE, "https://example.com/a.png");
    assertThat(mistakes()).containsOnlyKeys(DraftForm.IMAGE_DESCRIPTION);
  }

  @Test
  void emoji_and_right_to_left_text_are_text_like_any_other() {
    put(DraftForm.TEXT, "👩‍👩‍👧‍👦 مرحبا <b>&amp; *שלום*");
    assertThat(content().words()).isEqualTo("👩‍👩‍👧‍👦 مرحبا <b>&amp; *שלום*");
  }

  @Test
  void every_mistake_is_a_plain_sentence() {
    fields.clear();
    put(DraftForm.LINK, "x".repeat(3_000));
    put(DraftForm.HEADLINE, "x".repeat(200));
    put(DraftForm.TEXT, "x".repeat(3_001));
    assertThat(mistakes().values())
        .allSatisfy(m -> assertThat(m.plain(ZoneOffset.UTC)).matches("[A-Z].*\\."));
  }

  private void put(String name, String value) {
    fields.put(name, List.of(value));
  }

  private static String epoch(Instant at) {
    return String.valueOf(at.getEpochSecond());
  }

  private DraftRules.Read read() {
    var draft = new Intent.SubmitDraft(0, 0, 0, 0, xWordings, 0);
    return rules.read(draft, new Values(fields), TOPICS, null, DisclosureRules.NONE, NOW);
  }

  private Content content() {
    DraftRules.Read read = read();
    assertThat(read.mistakes()).isEmpty();
    return java.util.Objects.requireNonNull(read.content());
  }

  private Map<String, Text> mistakes() {
    return read().mistakes();
  }
}
