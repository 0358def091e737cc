package io.herald.sandbox.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.sandbox.Complaint;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A card with inputs before one person, on a message or in a dialog. */
public final class TeamsForm {
  private final TeamsDouble teams;
  private final TeamsPerson person;
  private final Optional<TeamsMessage> message;
  private JsonNode card;
  private CardForm form;
  private String title;

  private TeamsForm(
      TeamsDouble teams,
      TeamsPerson person,
      Optional<TeamsMessage> message,
      JsonNode card,
      String title) {
    this.teams = teams;
    this.person = person;
    this.message = message;
    this.card = card;
    this.form = new CardForm(card);
    this.title = title;
  }

  static TeamsForm on(TeamsDouble teams, TeamsPerson person, TeamsMessage message) {
    JsonNode card =
        message.card().orElseThrow(() -> new AssertionError("no card: " + message.shown()));
    return new TeamsForm(teams, person, Optional.of(message), card, "");
  }

  static TeamsForm in(TeamsDouble teams, TeamsPerson person, ObjectNode dialog) {
    String title = dialog.path("title").asText();
    return new TeamsForm(teams, person, Optional.empty(), dialog.path("card"), title);
  }

  /** What stands at the top of the dialog; empty on a message. */
  public String title() {
    return title;
  }

  /** Everything that a reader sees, one text a line. */
  public String shown() {
    return CardText.shown(card);
  }

  /** The labels of its inputs, in order. */
  public List<String> labels() {
    return form.labels();
  }

  /** What can be pressed, in order. */
  public List<String> buttons() {
    return CardBoard.labels(card);
  }

  /** What stands in the input, as it would be sent. */
  public String text(String label) {
    return form.value(label);
  }

  /** The input itself. */
  public JsonNode input(String label) {
    return form.json(label);
  }

  /** What the card says is wrong, by the label of the input above the words. */
  public Map<String, String> errors() {
    return form.wrong();
  }

  /** Fills an input: a text, options by their text, 2026-12-01, 09:30; nothing empties it. */
  public TeamsForm fill(String label, String... chosen) {
    form.fill(label, chosen);
    return this;
  }

  /** The address behind a button. */
  public Optional<String> link(String button) {
    return CardBoard.action(card, button)
        .map(found -> found.path("url").asText())
        .filter(url -> !url.isEmpty());
  }

  /** Presses a button; what Teams' own client finds wrong stops it before the bot hears of it. */
  public TeamsOutcome press(String button) {
    return checked(CardBoard.button(card, button));
  }

  private TeamsOutcome checked(JsonNode action) {
    boolean sendsInputs = !action.path("associatedInputs").asText().equalsIgnoreCase("none");
    boolean asks =
        List.of("Action.Execute", "Action.Submit").contains(action.path("type").asText());
    if (asks && sendsInputs && !form.mistakes().isEmpty()) {
      return TeamsOutcome.stopped(form.mistakes());
    }
    return sent(action);
  }

  /** Presses the action that a page shows, with the values that stand in the page. */
  TeamsOutcome pressed(JsonNode action, JsonNode values) {
    if (!CardBoard.actions(card).contains(action)) {
      throw new Complaint("This button is not here any more.");
    }
    form.put(values);
    return checked(action);
  }

  /** Presses a button without what the client checks, as a forged request would. */
  public TeamsOutcome pressUnchecked(String button) {
    return sent(CardBoard.button(card, button));
  }

  private TeamsOutcome sent(JsonNode action) {
    TeamsOutcome outcome =
        message.isPresent()
            ? teams.deeds().press(person, message.get(), action, form.values())
            : teams.dialogs().submit(person, action, form.values());
    JsonNode next = outcome.card();
    boolean here = message.isPresent() == teams.tenant().dialog(person).isEmpty();
    if (next != null && here) {
      card = next;
      form = new CardForm(next);
      title = teams.tenant().dialog(person).map(d -> d.path("title").asText()).orElse(title);
    }
    return outcome;
  }
}
