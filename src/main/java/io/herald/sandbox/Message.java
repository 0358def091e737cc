package io.herald.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.herald.sandbox.blockkit.BlockKit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message as it stands, in a channel or for one person's eyes.
 *
 * @param channel the id of the channel or direct conversation
 * @param json as Slack gives it to apps
 */
public record Message(String channel, JsonNode json) {

  /** The message's name within its channel. */
  public String ts() {
    return json.path("ts").asText();
  }

  /** Who wrote it. */
  public String user() {
    return json.path("user").asText();
  }

  /** The plain text: what a screen reader and a notification say. */
  public String text() {
    return json.path("text").asText();
  }

  /** The blocks; an empty array if there are none. */
  public JsonNode blocks() {
    return json.path("blocks");
  }

  /** The metadata; a missing node if there is none. */
  public JsonNode metadata() {
    return json.path("metadata");
  }

  /** The message under which this one stands. */
  public Optional<String> thread() {
    String thread = json.path("thread_ts").asText();
    return thread.isEmpty() || thread.equals(ts()) ? Optional.empty() : Optional.of(thread);
  }

  /** Whether it was changed since it was posted. */
  public boolean edited() {
    return json.has("edited");
  }

  /** Whether one person alone sees it. */
  public boolean ephemeral() {
    return json.path("is_ephemeral").asBoolean();
  }

  /** Everything that a reader sees, one text a line: the blocks, or the text if there are none. */
  public String shown() {
    List<String> texts = BlockKit.texts(blocks());
    return texts.isEmpty() ? text() : String.join("\n", texts);
  }

  /** What stands on its buttons, in reading order. */
  public List<String> buttons() {
    List<String> labels = new ArrayList<>();
    for (Elements.Found found : Elements.in(blocks())) {
      if (found.type().equals("button")) {
        labels.add(found.label());
      }
    }
    return labels;
  }

  /** The address behind a link button. */
  public Optional<String> link(String button) {
    return Elements.in(blocks()).stream()
        .filter(found -> found.type().equals("button") && found.label().equals(button))
        .map(found -> found.element().path("url").asText())
        .filter(url -> !url.isEmpty())
        .findFirst();
  }
}
