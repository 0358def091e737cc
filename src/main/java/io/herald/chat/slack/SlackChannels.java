package io.herald.chat.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.herald.chat.Courier.ChannelFacts;
import io.herald.chat.PlatformFailure;
import io.herald.chat.PlatformFailure.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Finds channels by id, or by name, for which Slack has no question and a list must be read. */
final class SlackChannels {
  private static final Pattern ID = Pattern.compile("[CGD][A-Z0-9]{2,}");
  private static final int PAGES = 200;

  private final SlackClient client;

  SlackChannels(SlackClient client) {
    this.client = client;
  }

  Optional<ChannelFacts> find(String idOrName) {
    String asked = idOrName.strip();
    return ID.matcher(asked).matches() ? byId(asked) : byName(asked.replaceFirst("^#", ""));
  }

  private Optional<ChannelFacts> byId(String id) {
    var form = new LinkedHashMap<String, String>();
    form.put("channel", id);
    try {
      JsonObject answer = client.ask("conversations.info", form);
      return Optional.of(facts(Json.inner(answer, "channel")));
    } catch (PlatformFailure e) {
      if (e.kind() == Kind.GONE) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private Optional<ChannelFacts> byName(String name) {
    return listed(
        "conversations.list",
        channel ->
            Json.text(channel, "name").equals(name)
                    || Json.text(channel, "name_normalized").equals(name)
                ? Optional.of(facts(channel))
                : Optional.empty());
  }

  /** The channels that Herald is in, without those that another organisation shares. */
  List<ChannelFacts> joined() {
    var joined = new ArrayList<ChannelFacts>();
    // It answers with nothing but those, so it does not say of each that Herald is in it.
    listed(
        "users.conversations",
        channel -> {
          ChannelFacts facts = facts(channel);
          if (!facts.shared()) {
            joined.add(facts);
          }
          return Optional.empty();
        });
    return List.copyOf(joined);
  }

  /** Goes through a list of channels until one is the one. */
  private <T> Optional<T> listed(String method, Function<JsonObject, Optional<T>> look) {
    String cursor = "";
    for (int page = 0; page < PAGES; page++) {
      var form = new LinkedHashMap<String, String>();
      form.put("types", "public_channel,private_channel");
      form.put("exclude_archived", "true");
      form.put("limit", "999");
      if (!cursor.isEmpty()) {
        form.put("cursor", cursor);
      }
      JsonObject answer = client.ask(method, form);
      for (JsonElement element : Json.list(answer, "channels")) {
        Optional<T> found = look.apply(element.getAsJsonObject());
        if (found.isPresent()) {
          return found;
        }
      }
      cursor = Json.text(Json.inner(answer, "response_metadata"), "next_cursor");
      if (cursor.isEmpty()) {
        break;
      }
    }
    return Optional.empty();
  }

  private static ChannelFacts facts(JsonObject channel) {
    boolean shared =
        Json.yes(channel, "is_ext_shared")
            || Json.yes(channel, "is_pending_ext_shared")
            || (Json.yes(channel, "is_shared") && !Json.yes(channel, "is_org_shared"));
    return new ChannelFacts(
        Json.text(channel, "id"),
        Json.text(channel, "name"),
        Json.yes(channel, "is_archived"),
        shared,
        Json.yes(channel, "is_member") || Json.yes(channel, "is_im"));
  }
}
