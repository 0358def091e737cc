package io.herald.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The topmost modal before one person, whichever it is by now. */
public final class Modal {
  private final SlackDouble slack;
  private final Person person;
  private final Deeds deeds;
  private final Values values;
  private Map<String, String> errors = Map.of();

  Modal(SlackDouble slack, Person person, Deeds deeds, Values values) {
    this.slack = slack;
    this.person = person;
    this.deeds = deeds;
    this.values = values;
  }

  /** The view as it stands, with what was filled in. */
  public View view() {
    return slack
        .views
        .top(person.id())
        .orElseThrow(() -> new AssertionError("no modal is open before " + person.name()));
  }

  /** What stands at its top. */
  public String title() {
    return view().title();
  }

  /** Everything that a reader sees, one text a line. */
  public String shown() {
    return view().shown();
  }

  /** The labels of its inputs, in order. */
  public List<String> labels() {
    return Elements.in(view().blocks()).stream()
        .filter(Elements.Found::input)
        .map(Elements.Found::label)
        .toList();
  }

  /** What stands in the field as Slack would send it: {@code {"type":…,"value":…}}. */
  public JsonNode value(String label) {
    View view = view();
    Elements.Found found = Board.field(view.blocks(), label);
    return view.json().path("state").path("values").path(found.blockId()).path(found.actionId());
  }

  /** The text in the field; empty if none. */
  public String text(String label) {
    JsonNode value = value(label).path("value");
    return value.isNull() ? "" : value.asText();
  }

  /**
   * Fills a field: a text, options by their text, people and channels by name, a date and time as
   * {@code 2026-12-01T09:30} in the person's zone; an empty text empties it. The app is told where
   * it asked to be.
   */
  public Modal fill(String label, String... chosen) {
    Elements.Found found = Board.field(view().blocks(), label);
    ObjectNode value = values.of(found, List.of(chosen), person);
    ObjectNode filled = Json.object();
    filled.withObjectProperty(found.blockId()).set(found.actionId(), value);
    slack.views.fill(person.id(), filled);
    if (!found.input() || found.block().path("dispatch_action").asBoolean()) {
      deeds.onView(person, view(), found, value);
    }
    return this;
  }

  /** Presses a button in it. */
  public Outcome press(String button) {
    View view = view();
    return deeds.onView(person, view, Board.button(view.blocks(), button), Json.object());
  }

  /**
   * Submits it, with errors by label; what Slack's own client finds wrong stops it before the app
   * hears of it.
   */
  public Outcome submit() {
    return submitted(true);
  }

  /** Submits it unchecked, as a forged request would. */
  public Outcome submitUnchecked() {
    return submitted(false);
  }

  private Outcome submitted(boolean asClient) {
    View view = view();
    Outcome outcome = new Submissions(slack, deeds.payloads()).submit(person, asClient);
    errors = new LinkedHashMap<>();
    for (Elements.Found found : Elements.in(view.blocks())) {
      String error = outcome.errors().get(found.blockId());
      if (error != null) {
        errors.put(found.label(), error);
      }
    }
    return Outcome.wrong(outcome.delivery(), errors);
  }

  /** What the last submission was told, by label. */
  public Map<String, String> errors() {
    return errors;
  }

  /** Closes it unsent. */
  public void close() {
    new Submissions(slack, deeds.payloads()).dismiss(person);
  }
}
