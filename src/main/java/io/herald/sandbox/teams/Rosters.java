package io.herald.sandbox.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.sandbox.Json;
import java.util.List;

/** Who is in a conversation, and what the team is. */
final class Rosters {
  private final Tenant tenant;

  Rosters(Tenant tenant) {
    this.tenant = tenant;
  }

  /** The person with whom the bot has this chat. */
  TeamsPerson chatter(String conversation) {
    return tenant
        .personOfChat(conversation)
        .orElseThrow(
            () -> new ConnectorError(404, "ConversationNotFound", "there is no such conversation"));
  }

  /** Refuses where the bot is not in the team. */
  void inTeam() {
    if (!tenant.inTeam()) {
      throw new ConnectorError(
          403, "BotNotInConversationRoster", "The bot isn't part of the conversation roster.");
    }
  }

  Connector.Answer call(Operation operation, Operation.Target target) {
    return new Connector.Answer(
        200,
        switch (operation) {
          case MEMBERS -> Connector.list(entries(members(target.conversation())));
          case MEMBER -> member(target);
          case TEAM -> team(target.conversation());
          case CHANNELS -> channels(target.conversation());
          default -> throw ConnectorError.badArgument("not a question about people");
        });
  }

  private List<TeamsPerson> members(String conversation) {
    if (tenant.channel(conversation).isPresent() || conversation.equals(Tenant.team())) {
      inTeam();
      return tenant.people();
    }
    return List.of(chatter(conversation));
  }

  private static List<ObjectNode> entries(List<TeamsPerson> people) {
    return people.stream().map(TeamsPerson::entry).toList();
  }

  private ObjectNode member(Operation.Target target) {
    String id = target.activity();
    return members(target.conversation()).stream()
        .filter(each -> each.id().equals(id) || each.objectId().equals(id))
        .findFirst()
        .map(TeamsPerson::entry)
        .orElseThrow(
            () -> new ConnectorError(404, "MemberNotFoundInConversation", "nobody of that id"));
  }

  /**
   * A page of a roster, with a token for the next while there is one.
   *
   * @param asked how many at most; 0 for as many as a page has
   * @param token of the page before; empty for the first
   */
  ObjectNode page(String conversation, int asked, String token) {
    List<TeamsPerson> all = members(conversation);
    int size = Math.min(asked > 0 ? asked : Integer.MAX_VALUE, tenant.setup.pageSize());
    int from = token.isEmpty() ? 0 : start(conversation, token, all.size());
    int until = Math.min(all.size(), from + size);
    ObjectNode page = Json.object();
    page.set("members", Connector.list(entries(all.subList(from, until))));
    if (until < all.size()) {
      page.put("continuationToken", token(conversation, until));
    }
    return page;
  }

  /** Opaque, bound to the conversation, and full of signs that must be escaped in an address. */
  private static String token(String conversation, int from) {
    return "CT+" + Integer.toHexString(conversation.hashCode()) + "/{" + from + "}==";
  }

  private static int start(String conversation, String token, int size) {
    for (int from = 1; from < size; from++) {
      if (token(conversation, from).equals(token)) {
        return from;
      }
    }
    throw ConnectorError.badArgument("the continuation token is none of this conversation's");
  }

  private void known(String team) {
    if (!team.equals(Tenant.team())) {
      throw new ConnectorError(404, "TeamNotFound", "there is no such team");
    }
    inTeam();
  }

  private ObjectNode team(String team) {
    known(team);
    return Json.object()
        .put("id", team)
        .put("name", "Acme")
        .put("aadGroupId", "5d2c1e3a-0000-4000-8000-00000000ac3e")
        .put("type", "standard")
        .put("channelCount", tenant.channels().size())
        .put("memberCount", tenant.people().size());
  }

  private ObjectNode channels(String team) {
    known(team);
    ObjectNode answer = Json.object();
    for (TeamsChannel channel : tenant.channels()) {
      ObjectNode each = answer.withArray("conversations").addObject().put("id", channel.id());
      // The first channel's name is translated by clients, so it has none here.
      if (!channel.id().equals(team)) {
        each.put("name", channel.name());
      }
    }
    return answer;
  }
}
