package io.herald.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.store.Database;
import io.herald.testkit.SettableClock;
import io.herald.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TeamsEventsTest {
  private final Database database = TestDatabase.inMemory();
  private final TeamsBook book = new TeamsBook(database, new SettableClock(), "T");
  private final List<String> heard = new ArrayList<>();
  private final TeamsEvents events = new TeamsEvents(book, heard::add);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_tenant_is_told_of_when_it_is_first_heard_of() {
    events.note(from("message", "19:g@thread.tacv2;messageid=1", "channel"));
    events.note(from("messageReaction", "a:ann", "personal"));

    assertThat(heard).containsExactly("T");
    assertThat(book.find("19:g@thread.tacv2").orElseThrow().team()).isEqualTo("19:g@thread.tacv2");
    assertThat(book.personal("29:ann")).isPresent();
    assertThat(book.met("29:ann").orElseThrow().zone()).isEqualTo("Europe/Berlin");
  }

  @Test
  void somebody_new_in_a_channel_may_be_whom_the_settings_name() {
    events.note(from("message", "a:bob", "personal"));
    assertThat(heard).hasSize(1);
    events.note(from("message", "19:g@thread.tacv2;messageid=1", "channel", "29:clara"));
    assertThat(heard).hasSize(2);
    events.note(from("message", "19:g@thread.tacv2;messageid=1", "channel", "29:clara"));
    assertThat(heard).hasSize(2);
  }

  @Test
  void a_new_channel_may_be_what_the_settings_name() {
    events.note(from("message", "a:ann", "personal"));
    events.note(from("conversationUpdate", "19:g@thread.tacv2", "channel"));
    assertThat(heard).hasSize(2);
    events.note(from("conversationUpdate", "19:g@thread.tacv2", "channel"));
    assertThat(heard).hasSize(2);
  }

  @Test
  void channels_are_noted_as_they_come_are_renamed_and_go() {
    events.note(channel("channelCreated", "News"));
    assertThat(book.find("19:n@thread.tacv2").orElseThrow().name()).isEqualTo("News");
    assertThat(book.find("19:g@thread.tacv2").orElseThrow().name()).isNull();
    events.note(channel("channelRenamed", "Press"));
    assertThat(book.find("19:n@thread.tacv2").orElseThrow().name()).isEqualTo("Press");
    events.note(channel("channelDeleted", "Press"));
    assertThat(book.channels())
        .extracting(Reference::conversation)
        .containsExactly("19:g@thread.tacv2");
  }

  @Test
  void whoever_takes_herald_away_ends_what_it_was_in() {
    events.note(channel("channelCreated", "News"));
    ObjectNode away = from("conversationUpdate", "19:g@thread.tacv2", "channel").json();
    away.putArray("membersRemoved").addObject().put("id", "28:h");
    events.note(new Incoming(away, "https://a/", "T"));
    assertThat(book.channels()).isEmpty();

    events.note(from("message", "a:ann", "personal"));
    ObjectNode removed = from("installationUpdate", "a:ann", "personal").json();
    events.note(new Incoming(removed.put("action", "remove"), "https://a/", "T"));
    assertThat(book.personal("29:ann").orElseThrow().endedAt()).isNotNull();
    ObjectNode back = from("installationUpdate", "a:ann", "personal").json();
    events.note(new Incoming(back.put("action", "add"), "https://a/", "T"));
    assertThat(book.personal("29:ann").orElseThrow().endedAt()).isNull();
  }

  @Test
  void somebody_elses_leaving_ends_nothing() {
    ObjectNode left = from("conversationUpdate", "19:g@thread.tacv2", "channel").json();
    left.putArray("membersRemoved").addObject().put("id", "29:bob");
    events.note(new Incoming(left, "https://a/", "T"));

    assertThat(book.channels()).hasSize(1);
  }

  private static Incoming channel(String event, String name) {
    ObjectNode json = from("conversationUpdate", "19:g@thread.tacv2", "channel").json();
    ObjectNode data = (ObjectNode) json.get("channelData");
    data.put("eventType", event);
    data.putObject("channel").put("id", "19:n@thread.tacv2").put("name", name);
    return new Incoming(json, "https://a/", "T");
  }

  private static Incoming from(String type, String conversation, String kind) {
    return from(type, conversation, kind, "29:ann");
  }

  private static Incoming from(String type, String conversation, String kind, String person) {
    ObjectNode json =
        Json.object(
            "type",
            type,
            "localTimezone",
            "Europe/Berlin",
            "from",
            Json.object("id", person, "aadObjectId", "guid"),
            "recipient",
            Json.object("id", "28:h"),
            "conversation",
            Json.object("id", conversation, "conversationType", kind),
            "channelData",
            Json.object("tenant", Json.object("id", "T")));
    if (kind.equals("channel")) {
      json.withObject("channelData").set("team", Json.object("id", "19:g@thread.tacv2"));
    }
    return new Incoming(json, "https://a/", "T");
  }
}
