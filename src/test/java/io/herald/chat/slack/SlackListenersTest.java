package io.herald.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The manifest asks for what is listened to, and nothing else. */
class SlackListenersTest {
  private final JsonNode manifest = SlackManifest.packed().tree();

  @Test
  void the_manifests_command_is_the_one_that_is_heard() {
    assertThat(texts("/features/slash_commands", "command"))
        .containsExactly(SlackListeners.COMMAND);
  }

  @Test
  void the_manifests_shortcuts_are_those_that_are_heard() {
    Map<String, String> asked = new HashMap<>();
    manifest
        .at("/features/shortcuts")
        .forEach(s -> asked.put(s.get("callback_id").asText(), s.get("type").asText()));

    assertThat(asked)
        .isEqualTo(
            Map.of(SlackListeners.DRAFT, "global", SlackListeners.TURN_INTO_DRAFT, "message"));
  }

  @Test
  void the_manifests_events_are_those_that_are_heard() {
    List<String> asked =
        StreamSupport.stream(
                manifest.at("/settings/event_subscriptions/bot_events").spliterator(), false)
            .map(JsonNode::asText)
            .toList();

    assertThat(asked).containsAll(SlackListeners.EVENTS);
    asked.forEach(
        event ->
            assertThat(
                    SlackListeners.EVENTS.contains(event)
                        || SlackListeners.OPTIONAL_EVENTS.contains(event))
                .as(event)
                .isTrue());
  }

  private List<String> texts(String list, String field) {
    return StreamSupport.stream(manifest.at(list).spliterator(), false)
        .map(each -> each.get(field).asText())
        .toList();
  }
}
