package io.herald.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The people and conversations of the pretend team. */
final class Workspace {
  private static final String PEOPLE = "people";
  private static final String CHANNELS = "channels";

  final Shelves shelves;
  final Installation installation;
  final InstantSource clock;
  final Ids ids;

  Workspace(Shelves shelves, Installation installation, InstantSource clock, Ids ids) {
    this.shelves = shelves;
    this.installation = installation;
    this.clock = clock;
    this.ids = ids;
  }

  void put(Person person) {
    shelves.put(PEOPLE, person.id(), Json.tree(person));
  }

  List<Person> people() {
    return shelves.all(PEOPLE).stream().map(json -> Json.as(json, Person.class)).toList();
  }

  Optional<Person> person(String id) {
    return shelves.get(PEOPLE, id).map(json -> Json.as(json, Person.class));
  }

  /** Finds a person by id, handle, first or whole name, in any case; {@code U_AMIRA} too. */
  Person somebody(String name) {
    String wanted = name.replaceFirst("^@", "").replaceFirst("^[Uu]_", "").toLowerCase(Locale.ROOT);
    return person(name)
        .or(
            () ->
                people().stream()
                    .filter(
                        each ->
                            each.handle().toLowerCase(Locale.ROOT).equals(wanted)
                                || each.name().toLowerCase(Locale.ROOT).equals(wanted)
                                || each.id().toLowerCase(Locale.ROOT).equals(wanted))
                    .findFirst())
        .orElseThrow(() -> new IllegalArgumentException("nobody here is called " + name));
  }

  void put(Channel channel) {
    shelves.put(CHANNELS, channel.id(), Json.tree(channel));
  }

  List<Channel> channels() {
    return shelves.all(CHANNELS).stream().map(json -> Json.as(json, Channel.class)).toList();
  }

  Optional<Channel> channel(String id) {
    return shelves.get(CHANNELS, id).map(json -> Json.as(json, Channel.class));
  }

  /** By id or by name, with or without {@code #}. */
  Optional<Channel> channelNamed(String name) {
    String bare = name.replaceFirst("^#", "");
    return channel(name)
        .or(() -> channels().stream().filter(each -> each.name().equals(bare)).findFirst());
  }

  Channel someChannel(String name) {
    return channelNamed(name)
        .orElseThrow(() -> new IllegalArgumentException("no channel is called " + name));
  }

  /** The bot's conversation with a person, opened if there is none. */
  Channel directWith(String person) {
    synchronized (shelves) {
      String id = "D" + person.substring(1);
      return channel(id)
          .orElseGet(
              () -> {
                Channel opened = Channel.direct(id, person, installation.botUser());
                put(opened);
                return opened;
              });
    }
  }

  List<Message> messages(String channel) {
    return shelves.all("messages " + channel).stream()
        .map(json -> new Message(channel, json))
        .toList();
  }

  Optional<Message> message(String channel, String ts) {
    return shelves.get("messages " + channel, ts).map(json -> new Message(channel, json));
  }

  void put(String channel, ObjectNode message) {
    shelves.put("messages " + channel, message.path("ts").asText(), message);
  }

  void removeMessage(String channel, String ts) {
    shelves.remove("messages " + channel, ts);
  }

  /** What one person alone sees, oldest first. */
  List<Message> ephemerals(String person) {
    return shelves.all("ephemeral " + person).stream()
        .map(json -> new Message(json.path("channel").asText(), json))
        .toList();
  }

  void putEphemeral(String person, ObjectNode message) {
    shelves.put("ephemeral " + person, message.path("ts").asText(), message);
  }

  void removeEphemeral(String person, String ts) {
    shelves.remove("ephemeral " + person, ts);
  }

  /** A time stamp that no message of this workspace has had: seconds and six digits. */
  String nextTs() {
    synchronized (shelves) {
      Instant now = clock.instant();
      long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
      long last =
          shelves.get("counters", "ts").map(json -> json.path("micros").asLong()).orElse(0L);
      long next = Math.max(micros, last + 1);
      shelves.put("counters", "ts", Json.object().put("micros", next));
      return String.format("%d.%06d", next / 1_000_000, next % 1_000_000);
    }
  }
}
