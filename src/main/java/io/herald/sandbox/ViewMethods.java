package io.herald.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.sandbox.blockkit.BlockKit;
import io.herald.sandbox.blockkit.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** views.*: modals and Homes. */
final class ViewMethods {
  /** docs.slack.dev: a view of more than 250 KB is refused. */
  private static final int BYTES = 250_000;

  private final Workspace workspace;
  private final Views views;
  private final Triggers triggers;
  private final Predicate<String> fetchable;

  ViewMethods(Workspace workspace, Views views, Triggers triggers, Predicate<String> fetchable) {
    this.workspace = workspace;
    this.views = views;
    this.triggers = triggers;
    this.fetchable = fetchable;
  }

  void addTo(Map<String, Method> methods) {
    methods.put("views.open", (args, token) -> open(args));
    methods.put("views.push", (args, token) -> push(args));
    methods.put("views.update", (args, token) -> update(args));
    methods.put("views.publish", (args, token) -> publish(args));
  }

  private ObjectNode open(Args args) {
    JsonNode view = checked(args, "modal");
    return answer(views.open(triggers.use(trigger(args), false), view));
  }

  private ObjectNode push(Args args) {
    JsonNode view = checked(args, "modal");
    return answer(views.push(triggers.use(trigger(args), true), view));
  }

  private static String trigger(Args args) {
    return args.has("trigger_id")
        ? args.text("trigger_id")
        : args.required("interactivity_pointer");
  }

  private ObjectNode update(Args args) {
    JsonNode view = checked(args, "modal");
    String id =
        args.has("view_id")
            ? args.text("view_id")
            : views
                .named(args.required("external_id"))
                .orElseThrow(() -> new SlackError("not_found"));
    return answer(views.update(id, args.text("hash"), view));
  }

  private ObjectNode publish(Args args) {
    String user = args.required("user_id");
    if (workspace.person(user).isEmpty()) {
      throw new SlackError("user_not_found");
    }
    return answer(views.publish(user, args.text("hash"), checked(args, "home")));
  }

  private JsonNode checked(Args args, String type) {
    JsonNode view =
        args.structure("view", "invalid_arguments")
            .orElseThrow(() -> SlackError.arguments("missing required field: view"));
    check(view, type, fetchable);
    return view;
  }

  /** Throws what Slack would answer to such a view. */
  static void check(JsonNode view, String type, Predicate<String> fetchable) {
    if (!view.path("type").asText().equals(type)) {
      throw SlackError.arguments("must be a " + type + " [json-pointer:/view/type]");
    }
    List<Problem> problems = BlockKit.view(view, fetchable);
    if (!problems.isEmpty()) {
      throw SlackError.invalid("invalid_arguments", problems);
    }
    if (Json.text(view).getBytes(StandardCharsets.UTF_8).length > BYTES) {
      throw new SlackError("view_too_large");
    }
  }

  private static ObjectNode answer(View view) {
    ObjectNode answer = Json.object();
    answer.set("view", view.json());
    return answer;
  }
}
