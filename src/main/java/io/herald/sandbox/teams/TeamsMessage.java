package io.herald.sandbox.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * A message as it stands, in a channel or in the chat of a person and the bot; where a person saw a
 * card of their own in its place, as that person sees it.
 *
 * @param place the id of the channel or chat
 * @param json as the double keeps it
 */
public record TeamsMessage(String place, JsonNode json) {

  /** The message's name within its place. */
  public String id() {
    return json.path("id").asText();
  }

  /** Who wrote it, by id. */
  public String from() {
    return json.path("from").path("id").asText();
  }

  /** The plain text. */
  public String text() {
    return json.path("text").asText();
  }

  /** What a notification says where there is only a card. */
  public String summary() {
    return json.path("summary").asText();
  }

  /** The message at the top of its thread; empty for that message itself, and in a chat. */
  public Optional<String> thread() {
    String root = json.path("root").asText();
    return root.isEmpty() || root.equals(id()) ? Optional.empty() : Optional.of(root);
  }

  /** Whether it was changed since it was sent. */
  public boolean updated() {
    return json.path("updated").asBoolean();
  }

  /** The card, the first if there are several. */
  public Optional<JsonNode> card() {
    JsonNode card = json.path("attachments").path(0).path("content");
    return card.isObject() ? Optional.of(card) : Optional.empty();
  }

  /** Everything that a reader sees, one text a line: the text and the card. */
  public String shown() {
    String card = card().map(CardText::shown).orElse("");
    return text().isEmpty() || card.isEmpty() ? text() + card : text() + "\n" + card;
  }

  /** What stands on its buttons, in reading order. */
  public List<String> buttons() {
    return card().map(CardBoard::labels).orElse(List.of());
  }

  /** The pairs of its fact sets, each as {@code "title: value"}. */
  public List<String> facts() {
    return card().map(CardText::facts).orElse(List.of());
  }

  /** The labels of its inputs, in order. */
  public List<String> inputs() {
    return card().map(each -> new CardForm(each).labels()).orElse(List.of());
  }

  /** The address behind a button. */
  public Optional<String> link(String button) {
    return card()
        .flatMap(each -> CardBoard.action(each, button))
        .map(found -> found.path("url").asText())
        .filter(url -> !url.isEmpty());
  }

  /** What a screen reader and a notification say: the summary, or the text. */
  public String spoken() {
    return summary().isEmpty() ? text() : summary();
  }

  /** The description of an image on the card; empty for one without. */
  public List<String> pictures() {
    return card().map(CardText::pictures).orElse(List.of());
  }
}
