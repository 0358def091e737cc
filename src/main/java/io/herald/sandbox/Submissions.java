package io.herald.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Submitting and closing modals, and what Slack makes of the app's answer. */
final class Submissions {
  private final SlackDouble slack;
  private final Payloads payloads;

  Submissions(SlackDouble slack, Payloads payloads) {
    this.slack = slack;
    this.payloads = payloads;
  }

  /**
   * Submits the topmost modal.
   *
   * @param asClient whether the fields are checked first, as Slack's client does
   */
  Outcome submit(Person person, boolean asClient) {
    View view = top(person);
    Map<String, String> wrong = asClient ? clientErrors(view) : Map.of();
    if (!wrong.isEmpty()) {
      return Outcome.wrong(null, wrong);
    }
    ObjectNode payload = payloads.submission(person, view);
    payload.put("trigger_id", slack.triggers.mint(person.id(), true));
    Delivery delivery = slack.sender().interaction(payload);
    if (!delivery.ok()) {
      throw trouble(delivery.status() == 0 ? delivery.answer() : "http_" + delivery.status());
    }
    return answered(person, view, delivery);
  }

  private View top(Person person) {
    return slack
        .views
        .top(person.id())
        .orElseThrow(() -> new Complaint("This form is not open any more."));
  }

  private Outcome answered(Person person, View view, Delivery delivery) {
    if (delivery.answer().isBlank()) {
      close(person, view);
      return Outcome.of(delivery);
    }
    JsonNode answer = delivery.json().orElseThrow(() -> trouble("the answer is no JSON"));
    switch (answer.path("response_action").asText()) {
      case "" -> close(person, view);
      case "errors" -> {
        return Outcome.wrong(delivery, errors(view, answer.path("errors")));
      }
      case "clear" -> slack.views.clear(person.id());
      case "update" -> {
        check(answer.path("view"));
        slack.views.update(view.id(), "", answer.path("view"));
      }
      case "push" -> {
        check(answer.path("view"));
        slack.views.push(person.id(), answer.path("view"));
      }
      default -> throw trouble("unknown response_action");
    }
    return Outcome.of(delivery);
  }

  private void close(Person person, View view) {
    // The app may have updated or replaced it meanwhile: only that which was submitted goes.
    if (slack.views.top(person.id()).filter(top -> top.id().equals(view.id())).isPresent()) {
      slack.views.pop(person.id());
    }
  }

  private void check(JsonNode view) {
    try {
      ViewMethods.check(view, "modal", slack::fetches);
    } catch (SlackError e) {
      throw trouble(String.valueOf(e.getMessage()));
    }
  }

  private static Map<String, String> errors(View view, JsonNode byBlock) {
    Map<String, String> errors = new LinkedHashMap<>();
    for (var error : byBlock.properties()) {
      boolean known =
          Elements.in(view.blocks()).stream()
              .anyMatch(found -> found.input() && found.blockId().equals(error.getKey()));
      if (!known) {
        throw trouble("no input block is called " + error.getKey());
      }
      errors.put(error.getKey(), error.getValue().asText());
    }
    if (errors.isEmpty()) {
      throw trouble("errors without an error");
    }
    return errors;
  }

  /** Takes the topmost modal away unsent, and tells the app if it wants to know. */
  void dismiss(Person person) {
    View view = top(person);
    slack.views.pop(person.id());
    if (view.json().path("notify_on_close").asBoolean()) {
      Deeds.taken(view.title(), slack.sender().interaction(payloads.closed(person, view, false)));
    }
  }

  private static Map<String, String> clientErrors(View view) {
    Map<String, String> wrong = new LinkedHashMap<>();
    JsonNode values = view.json().path("state").path("values");
    for (Elements.Found found : Elements.in(view.blocks())) {
      if (found.input()) {
        JsonNode value = values.path(found.blockId()).path(found.actionId());
        clientError(found, value).ifPresent(error -> wrong.put(found.blockId(), error));
      }
    }
    return wrong;
  }

  private static Optional<String> clientError(Elements.Found found, JsonNode value) {
    if (Inputs.isEmpty(value)) {
      return found.block().path("optional").asBoolean()
          ? Optional.empty()
          : Optional.of("Please complete this required field.");
    }
    String text = value.path("value").asText();
    int least = found.element().path("min_length").asInt(0);
    int most = found.element().path("max_length").asInt(3000);
    return switch (found.type()) {
      case "url_text_input" ->
          isUrl(text) ? Optional.empty() : Optional.of("Please enter a valid URL.");
      case "plain_text_input" ->
          text.length() > most
              ? Optional.of("Please enter no more than " + most + " characters.")
              : text.length() < least
                  ? Optional.of("Please enter at least " + least + " characters.")
                  : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static boolean isUrl(String text) {
    try {
      return URI.create(text.strip()).isAbsolute();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Complaint trouble(String why) {
    return new Complaint("We had some trouble connecting. Try again? (" + why + ")");
  }
}
