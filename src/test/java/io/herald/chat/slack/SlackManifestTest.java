package io.herald.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Slack's own schema catches unknown keys and lengths, but neither misspelt scopes nor events. */
class SlackManifestTest {
  /** What Herald may ask for; everything else needs a decision. */
  private static final Set<String> ALLOWED_SCOPES =
      Set.of(
          "commands",
          "chat:write",
          "users:read",
          "users:read.email",
          "channels:read",
          "groups:read",
          "usergroups:read");

  /** Events that Slack knows and Herald may want, and a scope without which none would come. */
  private static final Map<String, Set<String>> EVENTS =
      Map.of(
          "app_home_opened", Set.of(),
          "app_uninstalled", Set.of(),
          "tokens_revoked", Set.of(),
          "member_joined_channel", Set.of("channels:read", "groups:read"),
          "member_left_channel", Set.of("channels:read", "groups:read"),
          "channel_archive", Set.of("channels:read"),
          "group_archive", Set.of("groups:read"),
          "team_join", Set.of("users:read"),
          "user_change", Set.of("users:read"),
          "message.im", Set.of("im:history"));

  private final JsonNode manifest = SlackManifest.packed().tree();

  @Test
  void it_asks_for_no_scope_beyond_the_allowed_ones() {
    assertThat(SlackManifest.packed().scopes()).isNotEmpty().isSubsetOf(ALLOWED_SCOPES);
    assertThat(manifest.at("/oauth_config/scopes").properties())
        .extracting(Map.Entry::getKey)
        .containsExactly("bot");
  }

  @Test
  void every_scope_says_why_it_is_needed() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("manifests/slack.yaml"));
    for (String scope : SlackManifest.packed().scopes()) {
      int at = lines.indexOf("      - " + scope);
      assertThat(at).as(scope).isPositive();
      assertThat(lines.get(at - 1)).as("the line above " + scope).startsWith("      # ");
    }
  }

  @Test
  void every_event_is_known_and_has_the_scopes_without_which_it_never_comes() {
    for (String event : texts("/settings/event_subscriptions/bot_events")) {
      assertThat(EVENTS).containsKey(event);
      assertThat(SlackManifest.packed().scopes()).containsAll(EVENTS.getOrDefault(event, Set.of()));
    }
  }

  @Test
  void nothing_is_longer_or_shorter_than_slack_takes() {
    assertThat(manifest.at("/display_information/name").asText()).hasSizeBetween(1, 35);
    assertThat(manifest.at("/display_information/description").asText()).hasSizeBetween(1, 140);
    assertThat(manifest.at("/display_information/long_description").asText())
        .hasSizeBetween(175, 4_000);
    assertThat(manifest.at("/display_information/background_color").asText())
        .matches("#[0-9a-f]{6}");
    assertThat(manifest.at("/features/bot_user/display_name").asText()).hasSizeBetween(1, 80);
    assertThat(manifest.at("/features/slash_commands")).hasSizeBetween(1, 50);
    for (JsonNode command : manifest.at("/features/slash_commands")) {
      assertThat(command.get("command").asText()).matches("/[a-z]{1,31}");
      assertThat(command.get("description").asText()).hasSizeBetween(1, 2_000);
      assertThat(command.get("usage_hint").asText()).hasSizeBetween(1, 1_000);
      assertThat(command.get("should_escape").asBoolean()).isTrue();
    }
    assertThat(manifest.at("/features/shortcuts")).hasSizeBetween(1, 10);
    for (JsonNode shortcut : manifest.at("/features/shortcuts")) {
      assertThat(shortcut.get("name").asText()).hasSizeBetween(1, 24);
      assertThat(shortcut.get("type").asText()).isIn("global", "message");
      assertThat(shortcut.get("callback_id").asText()).hasSizeBetween(1, 255);
      assertThat(shortcut.get("description").asText()).hasSizeBetween(1, 150);
    }
  }

  @Test
  void all_of_slack_comes_to_one_address_which_is_filled_in() {
    List<String> addresses = new ArrayList<>();
    addresses.add(manifest.at("/settings/event_subscriptions/request_url").asText());
    addresses.add(manifest.at("/settings/interactivity/request_url").asText());
    manifest.at("/features/slash_commands").forEach(c -> addresses.add(c.get("url").asText()));

    assertThat(addresses).hasSize(3).containsOnly("${HERALD_PUBLIC_URL}/slack/events");
    String filledIn = SlackManifest.packed().at(URI.create("https://herald.example.com"));
    assertThat(filledIn)
        .contains("request_url: https://herald.example.com/slack/events")
        .doesNotContain("${");
  }

  @Test
  void what_needs_another_way_of_installing_is_off() {
    JsonNode settings = manifest.get("settings");
    assertThat(settings.get("interactivity").get("is_enabled").asBoolean()).isTrue();
    assertThat(settings.get("org_deploy_enabled").asBoolean(true)).isFalse();
    assertThat(settings.get("socket_mode_enabled").asBoolean(true)).isFalse();
    assertThat(settings.get("token_rotation_enabled").asBoolean(true)).isFalse();
    assertThat(manifest.at("/oauth_config/redirect_urls").isMissingNode()).isTrue();
  }

  private List<String> texts(String pointer) {
    return StreamSupport.stream(manifest.at(pointer).spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }
}
