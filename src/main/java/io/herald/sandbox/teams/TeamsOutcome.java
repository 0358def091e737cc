package io.herald.sandbox.teams;

import com.fasterxml.jackson.databind.JsonNode;
import io.herald.sandbox.Delivery;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of something that a person did, as far as they saw it at once.
 *
 * @param delivery the request; null if Teams' own client needed none, or stopped it
 * @param says a line shown over the message; empty if none
 * @param card what stands in the place of the pressed card, for this person; null if nothing new
 * @param link the address that was opened; empty if none
 * @param errors what is wrong in a form, by the label of the input
 */
public record TeamsOutcome(
    @Nullable Delivery delivery,
    String says,
    @Nullable JsonNode card,
    String link,
    Map<String, String> errors) {

  /** Nothing that is seen at once. */
  static final TeamsOutcome NOTHING = new TeamsOutcome(null, "", null, "", Map.of());

  static TeamsOutcome of(Delivery delivery) {
    return new TeamsOutcome(delivery, "", null, "", Map.of());
  }

  static TeamsOutcome said(Delivery delivery, String words) {
    return new TeamsOutcome(delivery, words, null, "", Map.of());
  }

  static TeamsOutcome shown(Delivery delivery, JsonNode card) {
    return new TeamsOutcome(delivery, "", card, "", new CardForm(card).wrong());
  }

  static TeamsOutcome opened(String link) {
    return new TeamsOutcome(null, "", null, link, Map.of());
  }

  static TeamsOutcome stopped(Map<String, String> errors) {
    return new TeamsOutcome(null, "", null, "", errors);
  }

  /** Everything on the card that came back; empty if none. */
  public String shown() {
    return card == null ? "" : CardText.shown(card);
  }
}
