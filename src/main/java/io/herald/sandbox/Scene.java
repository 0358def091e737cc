package io.herald.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What one person sees of the workspace, as the page draws it. */
final class Scene {
  /** Older messages stay in the workspace; the page shows the newest. */
  private static final int SHOWN = 60;

  private final SlackDouble slack;
  private final List<Shortcut> shortcuts;

  Scene(SlackDouble slack, List<Shortcut> shortcuts) {
    this.slack = slack;
    this.shortcuts = List.copyOf(shortcuts);
  }

  /** What the person (id or name) sees; the first one, if there is nobody of that name. */
  ObjectNode before(String who) {
    Workspace workspace = slack.workspace;
    synchronized (workspace.shelves) {
      Person me =
          humans().stream()
              .filter(each -> each.id().equals(who) || each.name().equals(who))
              .findFirst()
              .orElseGet(() -> humans().get(0));
      Channel direct = workspace.directWith(me.id());
      ObjectNode scene =
          Json.object()
              .put("version", workspace.shelves.version())
              .put("team", slack.installation().teamName())
              .put("app", slack.installation().appName())
              .put("bot", slack.installation().botUser())
              .put("me", me.id())
              .put("zone", me.zone())
              .put("direct", direct.id());
      people(scene.putArray("people"));
      channels(me, direct, scene.putArray("channels"));
      for (Message message : workspace.ephemerals(me.id())) {
        scene.withArray("ephemerals").add(message.json());
      }
      slack.views.home(me.id()).ifPresent(view -> scene.set("home", view.json()));
      slack.views.top(me.id()).ifPresent(view -> scene.set("modal", view.json()));
      ArrayNode offered = scene.putArray("shortcuts");
      shortcuts.forEach(each -> offered.add(Json.tree(each)));
      return scene;
    }
  }

  private List<Person> humans() {
    return slack.people().stream().filter(each -> !each.bot() && !each.gone()).toList();
  }

  private void people(ArrayNode people) {
    for (Person person : slack.people()) {
      ObjectNode json =
          people
              .addObject()
              .put("id", person.id())
              .put("name", person.name())
              .put("handle", person.handle())
              .put("part", Cast.part(person.id()))
              .put("bot", person.bot());
      slack.dm(person.id()).stream()
          .filter(message -> !message.user().equals(person.id()))
          .reduce((before, after) -> after)
          .ifPresent(newest -> json.put("latest", newest.ts()));
    }
  }

  private void channels(Person me, Channel direct, ArrayNode channels) {
    for (Channel channel : slack.workspace.channels()) {
      boolean seen =
          !channel.direct() && (!channel.secret() || channel.members().contains(me.id()));
      if (seen || channel.id().equals(direct.id())) {
        ObjectNode json =
            channels
                .addObject()
                .put("id", channel.id())
                .put("name", channel.name())
                .put("direct", channel.direct())
                .put("archived", channel.archived())
                .put("members", channel.members().size());
        List<Message> messages = slack.workspace.messages(channel.id());
        ArrayNode shown = json.putArray("messages");
        messages
            .subList(Math.max(0, messages.size() - SHOWN), messages.size())
            .forEach(message -> shown.add(message.json()));
      }
    }
  }
}
