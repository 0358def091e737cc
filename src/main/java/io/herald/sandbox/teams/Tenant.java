package io.herald.sandbox.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.sandbox.Json;
import io.herald.sandbox.Shelves;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All there is in the pretend tenant: people, a team with channels, chats with the bot. */
final class Tenant {
  private static final String PEOPLE = "people";
  private static final String CHANNELS = "channels";
  private static final String INSTALLED = "installed";
  private static final String TEAM = "team";
  private static final String HERE = "here";
  private static final String DIALOGS = "dialogs";

  final Shelves shelves;
  final TeamsSetup setup;

  /** Whose chat with the bot each is, by its id. */
  private final Map<String, String> chats = new ConcurrentHashMap<>();

  private long lastId;

  Tenant(Shelves shelves, TeamsSetup setup) {
    this.shelves = shelves;
    this.setup = setup;
    people().forEach(person -> chats.put(chat(person), person.id()));
  }

  void put(TeamsPerson person) {
    chats.put(chat(person), person.id());
    shelves.put(PEOPLE, person.id(), Json.tree(person));
  }

  List<TeamsPerson> people() {
    return shelves.all(PEOPLE).stream().map(each -> Json.as(each, TeamsPerson.class)).toList();
  }

  Optional<TeamsPerson> person(String id) {
    return shelves.get(PEOPLE, id).map(each -> Json.as(each, TeamsPerson.class));
  }

  /** By id, by the directory's id, by first or whole name. */
  TeamsPerson somebody(String name) {
    return person(name)
        .or(
            () ->
                people().stream()
                    .filter(
                        each ->
                            List.of(each.objectId(), each.name(), each.firstName()).contains(name))
                    .findFirst())
        .orElseThrow(() -> new IllegalArgumentException("nobody here is called " + name));
  }

  void put(TeamsChannel channel) {
    shelves.put(CHANNELS, channel.id(), Json.tree(channel));
  }

  List<TeamsChannel> channels() {
    return shelves.all(CHANNELS).stream().map(each -> Json.as(each, TeamsChannel.class)).toList();
  }

  Optional<TeamsChannel> channel(String id) {
    return shelves.get(CHANNELS, id).map(each -> Json.as(each, TeamsChannel.class));
  }

  /** By id, or by name with or without the number sign. */
  TeamsChannel someChannel(String name) {
    String plain = name.startsWith("#") ? name.substring(1) : name;
    return channels().stream()
        .filter(each -> each.id().equals(name) || each.name().equalsIgnoreCase(plain))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no channel is called " + name));
  }

  /** The team's id, which its first channel, General, has too. */
  static String team() {
    return "19:acme-team-general@thread.tacv2";
  }

  static String channelId(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return "19:acme-" + plain + "@thread.tacv2";
  }

  /** The chat between the person and the bot; its name says nothing to anybody. */
  static String chat(TeamsPerson person) {
    return longId("a:1" + person.objectId().replace("-", ""), 130);
  }

  /** An id with as many characters as Microsoft's own examples of such ids have. */
  static String longId(String id, int characters) {
    return id + "x".repeat(Math.max(0, characters - id.length()));
  }

  Optional<TeamsPerson> personOfChat(String conversation) {
    return Optional.ofNullable(chats.get(conversation)).flatMap(this::person);
  }

  boolean installed(TeamsPerson person) {
    return shelves.get(INSTALLED, person.id()).isPresent();
  }

  void install(TeamsPerson person) {
    shelves.put(INSTALLED, person.id(), Json.object());
  }

  void uninstall(TeamsPerson person) {
    shelves.remove(INSTALLED, person.id());
  }

  boolean blocked(TeamsPerson person) {
    return shelves.get(INSTALLED, person.id()).map(each -> each.has("blocked")).orElse(false);
  }

  void block(TeamsPerson person) {
    shelves.put(INSTALLED, person.id(), Json.object().put("blocked", true));
  }

  boolean inTeam() {
    return shelves.get(TEAM, HERE).isPresent();
  }

  void inTeam(boolean there) {
    if (there) {
      shelves.put(TEAM, HERE, Json.object());
    } else {
      shelves.remove(TEAM, HERE);
    }
  }

  /** A name for a message: the milliseconds, later than any other's. */
  String nextId() {
    synchronized (shelves) {
      long now = setup.clock().instant().toEpochMilli();
      long kept = shelves.get(TEAM, "ids").map(each -> each.path("last").asLong()).orElse(0L);
      lastId = Math.max(now, Math.max(kept, lastId) + 1);
      shelves.put(TEAM, "ids", Json.object().put("last", lastId));
      return Long.toString(lastId);
    }
  }

  private static String shelf(String place) {
    return "messages " + place;
  }

  /** What some people see in the place of a message, by whom. */
  private static String own(String place, String id) {
    return "own " + place + " " + id;
  }

  List<TeamsMessage> messages(String place) {
    return shelves.all(shelf(place)).stream()
        .filter(each -> !each.path("deleted").asBoolean())
        .map(each -> new TeamsMessage(place, each))
        .toList();
  }

  Optional<TeamsMessage> message(String place, String id) {
    return shelves
        .get(shelf(place), id)
        .filter(each -> !each.path("deleted").asBoolean())
        .map(each -> new TeamsMessage(place, each));
  }

  /** Whether there ever was such a message. */
  boolean knows(String place, String id) {
    return shelves.get(shelf(place), id).isPresent();
  }

  /** A new message, or a new state of one, which everybody then sees. */
  void put(String place, ObjectNode message) {
    String id = message.path("id").asText();
    shelves.clear(own(place, id));
    shelves.put(shelf(place), id, message);
  }

  /** Shows one person another card in the place of a message's own. */
  void putOwn(TeamsPerson person, TeamsMessage message, JsonNode card) {
    ObjectNode theirs = Json.copy(message.json());
    theirs.putArray("attachments").addObject().set("content", card);
    shelves.put(own(message.place(), message.id()), person.id(), theirs);
  }

  /** The messages as the person sees them. */
  List<TeamsMessage> messages(TeamsPerson person, String place) {
    return messages(place).stream().map(each -> asSeenBy(person, each)).toList();
  }

  TeamsMessage asSeenBy(TeamsPerson person, TeamsMessage message) {
    return shelves
        .get(own(message.place(), message.id()), person.id())
        .map(each -> new TeamsMessage(message.place(), each))
        .orElse(message);
  }

  void open(TeamsPerson person, ObjectNode dialog) {
    shelves.put(DIALOGS, person.id(), dialog);
  }

  void close(TeamsPerson person) {
    shelves.remove(DIALOGS, person.id());
  }

  Optional<ObjectNode> dialog(TeamsPerson person) {
    return shelves.get(DIALOGS, person.id());
  }
}
