package io.herald.sandbox.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.sandbox.Json;

/** The operations of the Bot Connector, without their transport. */
final class Connector {
  private final Tenant tenant;
  private final TeamsLedger ledger;
  private final Rosters rosters;

  Connector(Tenant tenant, TeamsLedger ledger) {
    this.tenant = tenant;
    this.ledger = ledger;
    this.rosters = new Rosters(tenant);
  }

  /** What is answered. */
  record Answer(int status, JsonNode body) {}

  /** Carries the call out under one lock with its entry in the ledger, or throws the refusal. */
  Answer call(Operation operation, Operation.Target target, JsonNode body) {
    synchronized (tenant.shelves) {
      return switch (operation) {
        case CREATE_CONVERSATION -> create(operation, body);
        case SEND_TO_CONVERSATION, REPLY_TO_ACTIVITY -> send(operation, target, body);
        case UPDATE_ACTIVITY -> update(target, body);
        case DELETE_ACTIVITY -> delete(target);
        default -> {
          Answer answer = rosters.call(operation, target);
          ledger.accepted(operation.word(), target.conversation(), "", Json.object());
          yield answer;
        }
      };
    }
  }

  private Answer create(Operation operation, JsonNode body) {
    String bot = body.path("bot").path("id").asText();
    if (!bot.isEmpty() && !bot.equals(tenant.setup.bot())) {
      throw ConnectorError.badArgument("the bot is " + tenant.setup.bot() + ", not " + bot);
    }
    String channel = body.path("channelData").path("channel").path("id").asText();
    return channel.isEmpty() ? chat(operation, body) : thread(operation, body, channel);
  }

  private Answer chat(Operation operation, JsonNode body) {
    JsonNode members = body.path("members");
    if (body.path("isGroup").asBoolean() || members.size() != 1) {
      throw ConnectorError.badArgument("a chat with the bot has exactly one member");
    }
    if (body.has("activity") && !body.path("activity").isNull()) {
      throw ConnectorError.badArgument("a chat is made first and written to then");
    }
    String given =
        body.path("channelData").path("tenant").path("id").asText(body.path("tenantId").asText());
    if (!given.equals(tenant.setup.tenant())) {
      throw ConnectorError.badArgument("the tenant must be named, and be this one");
    }
    String id = members.get(0).path("id").asText();
    TeamsPerson person =
        tenant
            .person(id)
            .orElseThrow(() -> ConnectorError.badArgument("nobody here has the id " + id));
    writable(person);
    String chat = Tenant.chat(person);
    ledger.accepted(operation.word(), chat, "", body);
    return new Answer(201, Json.object().put("id", chat));
  }

  private void writable(TeamsPerson person) {
    if (tenant.blocked(person)) {
      throw new ConnectorError(
          403, "ConversationBlockedByUser", "User blocked the conversation with the bot.");
    }
    if (!tenant.installed(person)) {
      throw new ConnectorError(
          403, "ForbiddenOperationException", "Bot isn't installed in user's personal scope.");
    }
  }

  private Answer thread(Operation operation, JsonNode body, String channel) {
    JsonNode activity = body.path("activity");
    Operation.Target target = new Operation.Target(channel, "", "");
    Answer sent = send(operation, target, activity);
    String id = sent.body().path("id").asText();
    return new Answer(
        201, Json.object().put("id", channel + ";messageid=" + id).put("activityId", id));
  }

  private Answer send(Operation operation, Operation.Target target, JsonNode activity) {
    String root = open(target);
    // The conversation of a reply that the bot names may be the thread's or the channel's.
    String named = activity.path("conversation").path("id").asText();
    boolean channel = named.equals(target.conversation());
    ActivityRules.check(activity, channel ? named : target.whole(), tenant.setup.bot());
    if (activity.path("type").asText().equals("typing")) {
      return new Answer(202, Json.object());
    }
    String id = tenant.nextId();
    boolean own = root.isEmpty() && tenant.channel(target.conversation()).isPresent();
    tenant.put(target.conversation(), ActivityRules.kept(activity, id, own ? id : root, bot()));
    ledger.accepted(operation.word(), target.conversation(), id, activity);
    return new Answer(201, Json.object().put("id", id));
  }

  /** The root of the thread that is written into, empty in a chat and for a new thread. */
  private String open(Operation.Target target) {
    String conversation = target.conversation();
    if (tenant.channel(conversation).isPresent()) {
      rosters.inTeam();
      String root = target.root();
      if (root.isEmpty()) {
        // A reply names the message that it answers, and stands in that message's thread.
        root =
            tenant
                .message(conversation, target.activity())
                .map(each -> each.json().path("root").asText())
                .orElse("");
      } else if (!tenant.knows(conversation, root)) {
        throw new ConnectorError(404, "ConversationNotFound", "there is no such thread");
      }
      return root;
    }
    writable(rosters.chatter(conversation));
    return "";
  }

  private ObjectNode bot() {
    return Json.object().put("id", tenant.setup.bot()).put("name", tenant.setup.appName());
  }

  private TeamsMessage ours(Operation.Target target) {
    open(target);
    TeamsMessage message =
        tenant
            .message(target.conversation(), target.activity())
            .orElseThrow(
                () ->
                    new ConnectorError(
                        404, "ActivityNotFoundInConversation", "there is no such message"));
    if (!message.from().equals(tenant.setup.bot())) {
      throw new ConnectorError(403, "NotEnoughPermissions", "somebody else wrote this message");
    }
    return message;
  }

  private Answer update(Operation.Target target, JsonNode activity) {
    TeamsMessage message = ours(target);
    String named = activity.path("conversation").path("id").asText();
    boolean channel = named.equals(target.conversation());
    ActivityRules.check(activity, channel ? named : target.whole(), tenant.setup.bot());
    String root = message.json().path("root").asText();
    ObjectNode kept = ActivityRules.kept(activity, message.id(), root, bot());
    tenant.put(target.conversation(), kept.put("updated", true));
    ledger.accepted("updateActivity", target.conversation(), message.id(), activity);
    return new Answer(200, Json.object().put("id", message.id()));
  }

  private Answer delete(Operation.Target target) {
    TeamsMessage message = ours(target);
    tenant.put(target.conversation(), Json.copy(message.json()).put("deleted", true));
    ledger.accepted("deleteActivity", target.conversation(), message.id(), Json.object());
    return new Answer(200, Json.object());
  }

  /** A list of these. */
  static ArrayNode list(Iterable<? extends JsonNode> items) {
    ArrayNode list = Json.array();
    items.forEach(list::add);
    return list;
  }
}
