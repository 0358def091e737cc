package io.herald.chat.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.herald.chat.Card;
import io.herald.chat.Courier;
import io.herald.chat.PlatformFailure;
import io.herald.chat.PlatformFailure.Kind;
import io.herald.chat.Reply;
import io.herald.members.Account;
import io.herald.members.AccountFacts;
import io.herald.members.Platform;
import io.herald.words.Text;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Speaks to the one Slack workspace that Herald serves. */
public final class SlackCourier implements Courier {
  private final SlackClient client;
  private final SlackConnection connection;
  private final SlackHosts hosts;

  public SlackCourier(SlackClient client, SlackConnection connection, SlackHosts hosts) {
    this.client = client;
    this.connection = connection;
    this.hosts = hosts;
  }

  @Override
  public Platform platform() {
    return Platform.SLACK;
  }

  /**
   * {@inheritDoc}
   *
   * @throws PlatformFailure of kind UNAVAILABLE as long as Slack has not told
   */
  @Override
  public String workspace() {
    return connection
        .workspace()
        .map(SlackWorkspace::team)
        .orElseThrow(() -> new PlatformFailure(Kind.UNAVAILABLE, "auth.test got no answer yet"));
  }

  @Override
  public Sent send(String to, @Nullable String thread, Card card, long delivery) {
    SlackCard drawn = SlackCard.of(card);
    Map<String, String> form = message(to, drawn);
    if (thread != null) {
      form.put("thread_ts", thread);
    }
    form.put("metadata", Ledgered.metadata(delivery).toString());
    form.put("unfurl_links", "false");
    form.put("unfurl_media", "false");
    JsonObject answer = client.call("chat.postMessage", form, drawn.blocks());
    return new Sent(Json.text(answer, "channel"), Json.text(answer, "ts"));
  }

  @Override
  public void update(Sent where, Card card) {
    SlackCard drawn = SlackCard.of(card);
    // Blocks and text always together: a text alone would leave the old buttons standing.
    Map<String, String> form = message(where.channel(), drawn);
    form.put("ts", where.message());
    client.call("chat.update", form, drawn.blocks());
  }

  @Override
  public void whisper(String channel, String user, Text text) {
    whisper(channel, user, SlackCard.of(text));
  }

  /** Where only the person is known, their own conversation with Herald is as private. */
  void whisper(String channel, String user, SlackCard drawn) {
    if (channel.equals(user)) {
      say(user, drawn);
      return;
    }
    Map<String, String> form = message(channel, drawn);
    form.put("user", user);
    client.call("chat.postEphemeral", form, drawn.blocks());
  }

  /** Answers a person in their own conversation with Herald, where nothing nearer is left. */
  void say(String user, SlackCard drawn) {
    client.call("chat.postMessage", message(user, drawn), drawn.blocks());
  }

  private static Map<String, String> message(String channel, SlackCard drawn) {
    var form = new LinkedHashMap<String, String>();
    form.put("channel", channel);
    form.put("text", drawn.text());
    form.put("blocks", drawn.blocks().toString());
    form.put("parse", "none");
    form.put("link_names", "false");
    return form;
  }

  @Override
  public void answer(String address, Reply reply) {
    String checked =
        hosts
            .allowed(address)
            .orElseThrow(() -> new PlatformFailure(Kind.REFUSED, "not an address of Slack's"));
    SlackReplies.message(reply).ifPresent(body -> client.post(checked, body));
  }

  @Override
  public void publishHome(String user, Card home) {
    JsonObject view = SlackViews.home(home);
    JsonArray blocks = view.getAsJsonArray("blocks");
    client.call("views.publish", Map.of("user_id", user, "view", view.toString()), blocks);
  }

  @Override
  public AccountFacts lookUp(String user) {
    JsonObject answer = client.ask("users.info", Map.of("user", user));
    return SlackPeople.facts(Json.inner(answer, "user"), workspace());
  }

  @Override
  public Optional<Account> findPerson(String address) {
    if (address.indexOf('@') < 0) {
      return SlackPeople.isId(address)
          ? Optional.of(new Account(Platform.SLACK, workspace(), address))
          : Optional.empty();
    }
    try {
      JsonObject answer = client.ask("users.lookupByEmail", Map.of("email", address));
      String id = Json.text(Json.inner(answer, "user"), "id");
      return Optional.of(new Account(Platform.SLACK, workspace(), id));
    } catch (PlatformFailure e) {
      if (e.kind() == Kind.GONE) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public List<String> groupMembers(String group) {
    JsonObject answer = client.ask("usergroups.users.list", Map.of("usergroup", group));
    return Json.list(answer, "users").asList().stream().map(JsonElement::getAsString).toList();
  }

  @Override
  public List<Group> groups() {
    JsonObject answer = client.ask("usergroups.list", Map.of("include_disabled", "false"));
    return Json.list(answer, "usergroups").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .map(group -> new Group(Json.text(group, "id"), "@" + Json.text(group, "handle")))
        .toList();
  }

  @Override
  public List<ChannelFacts> channels() {
    return new SlackChannels(client).joined();
  }

  @Override
  public Optional<ChannelFacts> channel(String idOrName) {
    return new SlackChannels(client).find(idOrName);
  }

  @Override
  public Optional<String> conversation(String user) {
    if (!client.grants().mayHave("im:write")) {
      return Optional.empty();
    }
    try {
      JsonObject answer = client.ask("conversations.open", Map.of("users", user));
      return Optional.of(Json.text(Json.inner(answer, "channel"), "id"));
    } catch (PlatformFailure e) {
      if (e.kind() == Kind.FORBIDDEN || e.kind() == Kind.GONE) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public Optional<Sent> find(String channel, long delivery, Instant since) {
    return new Ledgered(client).find(channel, delivery, since);
  }
}
