package io.herald.sandbox.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A call of the bot that the double carried out, whether or not its answer arrived.
 *
 * @param operation as the connector names it: {@code sendToConversation}, {@code updateActivity}, …
 * @param place the id of the channel or chat, without the thread; empty if none
 * @param id of the message that was made or changed; empty if none
 * @param body as sent
 */
public record TeamsCall(
    long number, String operation, String place, String id, JsonNode body, Instant at) {

  /** The card that was sent; a missing node if none. */
  public JsonNode card() {
    return body.path("attachments").path(0).path("content");
  }
}
