package io.herald.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The modals that are open before each person, the topmost last, and the Homes. */
final class Views {
  /** Root and two pushed upon it. */
  private static final int DEEPEST = 3;

  private static final String SCREENS = "screens";
  private static final String HOMES = "homes";

  private final Workspace workspace;

  Views(Workspace workspace) {
    this.workspace = workspace;
  }

  /** An open modal: the view, and what its reader has filled in so far. */
  private record Sheet(ObjectNode view, ObjectNode filled) {}

  View open(String user, JsonNode asked) {
    ObjectNode view = made(asked, Optional.empty(), Optional.empty());
    save(user, List.of(new Sheet(view, Json.object())));
    return new View(view);
  }

  View push(String user, JsonNode asked) {
    synchronized (workspace.shelves) {
      List<Sheet> stack = stack(user);
      if (stack.isEmpty()) {
        throw new SlackError("not_found");
      }
      if (stack.size() >= DEEPEST) {
        throw new SlackError("push_limit_reached");
      }
      ObjectNode below = stack.get(stack.size() - 1).view();
      ObjectNode view = made(asked, Optional.of(below), Optional.empty());
      stack.add(new Sheet(view, Json.object()));
      save(user, stack);
      return new View(view);
    }
  }

  /** Replaces an open view; the error if it is closed, or has changed since the hash was given. */
  View update(String id, String hash, JsonNode asked) {
    synchronized (workspace.shelves) {
      String user = holder(id).orElseThrow(() -> new SlackError("not_found"));
      List<Sheet> stack = stack(user);
      for (int i = 0; i < stack.size(); i++) {
        Sheet sheet = stack.get(i);
        if (sheet.view().path("id").asText().equals(id)) {
          if (!hash.isEmpty() && !hash.equals(sheet.view().path("hash").asText())) {
            throw new SlackError("hash_conflict");
          }
          ObjectNode view = made(asked, Optional.empty(), Optional.of(sheet.view()));
          stack.set(i, new Sheet(view, Inputs.surviving(view.path("blocks"), sheet.filled())));
          save(user, stack);
          return new View(view);
        }
      }
      throw new SlackError("not_found");
    }
  }

  private Optional<String> holder(String id) {
    return workspace.people().stream()
        .map(Person::id)
        .filter(
            user ->
                stack(user).stream().anyMatch(each -> each.view().path("id").asText().equals(id)))
        .findFirst();
  }

  /** The id of the open view that the app named so. */
  Optional<String> named(String externalId) {
    return workspace.people().stream()
        .flatMap(person -> stack(person.id()).stream())
        .filter(sheet -> sheet.view().path("external_id").asText().equals(externalId))
        .map(sheet -> sheet.view().path("id").asText())
        .findFirst();
  }

  /** What the person sees on top of all, with what they filled in. */
  Optional<View> top(String user) {
    List<Sheet> stack = stack(user);
    return stack.isEmpty() ? Optional.empty() : Optional.of(seen(stack.get(stack.size() - 1)));
  }

  /** Puts values into the topmost modal, in the shape of {@code state.values}. */
  void fill(String user, JsonNode values) {
    synchronized (workspace.shelves) {
      List<Sheet> stack = stack(user);
      if (!stack.isEmpty() && !values.isEmpty()) {
        Sheet top = stack.remove(stack.size() - 1);
        ObjectNode filled = top.filled().deepCopy();
        for (var block : values.properties()) {
          filled.withObjectProperty(block.getKey()).setAll(Json.copy(block.getValue()));
        }
        stack.add(new Sheet(top.view(), Inputs.surviving(top.view().path("blocks"), filled)));
        save(user, stack);
      }
    }
  }

  /** Takes the topmost modal away; what was beneath shows again. */
  void pop(String user) {
    synchronized (workspace.shelves) {
      List<Sheet> stack = stack(user);
      if (!stack.isEmpty()) {
        stack.remove(stack.size() - 1);
        save(user, stack);
      }
    }
  }

  void clear(String user) {
    workspace.shelves.remove(SCREENS, user);
  }

  View publish(String user, String hash, JsonNode asked) {
    synchronized (workspace.shelves) {
      Optional<ObjectNode> before = workspace.shelves.get(HOMES, user);
      boolean conflict =
          !hash.isEmpty()
              && before.map(old -> !old.path("hash").asText().equals(hash)).orElse(true);
      if (conflict) {
        throw new SlackError("hash_conflict");
      }
      ObjectNode view = made(asked, Optional.empty(), before);
      workspace.shelves.put(HOMES, user, view);
      return new View(view);
    }
  }

  Optional<View> home(String user) {
    return workspace.shelves.get(HOMES, user).map(view -> seen(new Sheet(view, Json.object())));
  }

  private static View seen(Sheet sheet) {
    ObjectNode view = sheet.view().deepCopy();
    view.set("state", Inputs.state(view.path("blocks"), sheet.filled()));
    return new View(view);
  }

  private ObjectNode made(JsonNode asked, Optional<ObjectNode> below, Optional<ObjectNode> old) {
    Installation here = workspace.installation;
    boolean modal = asked.path("type").asText().equals("modal");
    String id =
        old.map(view -> view.path("id").asText()).orElseGet(() -> workspace.ids.next("V", 10));
    ObjectNode view = Json.object().put("id", id).put("team_id", here.team());
    view.setAll(Json.copy(asked));
    view.set("blocks", Dressed.blocks(asked.path("blocks"), workspace.ids));
    for (String text : List.of("private_metadata", "callback_id", "external_id")) {
      view.put(text, asked.path(text).asText());
    }
    view.putObject("state").putObject("values");
    view.put("hash", workspace.clock.instant().getEpochSecond() + "." + workspace.ids.next("", 8));
    for (String flag : List.of("clear_on_close", "notify_on_close")) {
      view.put(flag, asked.path(flag).asBoolean());
    }
    for (String text : List.of("title", "close", "submit")) {
      view.putIfAbsent(text, Json.object().nullNode());
    }
    String root = old.or(() -> below).map(v -> v.path("root_view_id").asText()).orElse(id);
    Optional<String> previous = below.map(v -> v.path("id").asText());
    view.put("previous_view_id", previous.orElse(null));
    old.ifPresent(v -> view.set("previous_view_id", v.path("previous_view_id")));
    return view.put("root_view_id", modal ? root : id)
        .put("app_id", here.app())
        .put("app_installed_team_id", here.team())
        .put("bot_id", here.bot());
  }

  private List<Sheet> stack(String user) {
    List<Sheet> stack = new ArrayList<>();
    workspace
        .shelves
        .get(SCREENS, user)
        .ifPresent(
            screen -> {
              for (JsonNode sheet : screen.path("stack")) {
                stack.add(
                    new Sheet((ObjectNode) sheet.get("view"), (ObjectNode) sheet.get("filled")));
              }
            });
    return stack;
  }

  private void save(String user, List<Sheet> stack) {
    if (stack.isEmpty()) {
      clear(user);
      return;
    }
    ObjectNode screen = Json.object();
    ArrayNode sheets = screen.putArray("stack");
    for (Sheet sheet : stack) {
      ObjectNode json = sheets.addObject();
      json.set("view", sheet.view());
      json.set("filled", sheet.filled());
    }
    workspace.shelves.put(SCREENS, user, screen);
  }
}
