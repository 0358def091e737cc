package io.herald.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.herald.sandbox.blockkit.BlockKit;

/**
 * A modal or a Home as it stands.
 *
 * @param json as Slack gives it to apps, with {@code state} as it is now
 */
public record View(JsonNode json) {

  /** Its name: {@code V…}. */
  public String id() {
    return json.path("id").asText();
  }

  /** What stands at its top; empty for a Home. */
  public String title() {
    return json.path("title").path("text").asText();
  }

  /** What it is made of. */
  public JsonNode blocks() {
    return json.path("blocks");
  }

  /** What the app hid in it. */
  public String privateMetadata() {
    return json.path("private_metadata").asText();
  }

  /** Everything that a reader sees, one text a line. */
  public String shown() {
    return String.join("\n", BlockKit.texts(json));
  }
}
