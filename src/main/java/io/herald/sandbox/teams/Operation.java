package io.herald.sandbox.teams;

import com.fasterxml.jackson.databind.JsonNode;
import io.herald.sandbox.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a bot can ask of the connector, and how an address says which. */
enum Operation {
  CREATE_CONVERSATION("createConversation", "POST", "conversations"),
  SEND_TO_CONVERSATION("sendToConversation", "POST", "conversations/{c}/activities"),
  REPLY_TO_ACTIVITY("replyToActivity", "POST", "conversations/{c}/activities/{a}"),
  UPDATE_ACTIVITY("updateActivity", "PUT", "conversations/{c}/activities/{a}"),
  DELETE_ACTIVITY("deleteActivity", "DELETE", "conversations/{c}/activities/{a}"),
  MEMBERS("getConversationMembers", "GET", "conversations/{c}/members"),
  MEMBER("getConversationMember", "GET", "conversations/{c}/members/{a}"),
  PAGED_MEMBERS("getConversationPagedMembers", "GET", "conversations/{c}/pagedmembers"),
  TEAM("fetchTeamDetails", "GET", "teams/{c}"),
  CHANNELS("fetchChannelList", "GET", "teams/{c}/conversations");

  private final String word;
  private final String method;
  private final String path;

  Operation(String word, String method, String path) {
    this.word = word;
    this.method = method;
    this.path = path;
  }

  /** As the connector names it. */
  String word() {
    return word;
  }

  /**
   * What a call is about.
   *
   * @param conversation the channel or chat, or the team
   * @param root the message at the top of the thread that the conversation names; empty if none
   * @param activity the message, or the person; empty if none
   */
  record Target(String conversation, String root, String activity) {
    /** The conversation as it was named. */
    String whole() {
      return root.isEmpty() ? conversation : conversation + ";messageid=" + root;
    }
  }

  /** Which operation, on what, with the query. */
  record Called(Operation operation, Target target) {
    /** Where it goes: the conversation, or the channel or person that one is made with. */
    String place(String body) {
      if (operation != CREATE_CONVERSATION) {
        return target.conversation();
      }
      JsonNode asked = Json.parse(body).orElseGet(Json::object);
      String channel = asked.path("channelData").path("channel").path("id").asText();
      return channel.isEmpty() ? asked.path("members").path(0).path("id").asText() : channel;
    }
  }

  /**
   * Reads the raw path behind {@code /v3/}. Ids hold semicolons, which a server would take for
   * parameters of the path, so nobody else may have decoded it before.
   */
  static Optional<Called> read(String method, String rawPath) {
    List<String> words = new ArrayList<>();
    for (String word : rawPath.split("/", -1)) {
      words.add(URLDecoder.decode(word.replace("+", "%2B"), StandardCharsets.UTF_8));
    }
    for (Operation each : values()) {
      if (each.method.equals(method) && each.fits(words)) {
        String conversation = words.size() > 1 ? words.get(1) : "";
        String activity = words.size() > 3 ? words.get(3) : "";
        String[] halves = conversation.split(";messageid=", 2);
        String root = halves.length > 1 ? halves[1] : "";
        return Optional.of(new Called(each, new Target(halves[0], root, activity)));
      }
    }
    return Optional.empty();
  }

  private boolean fits(List<String> words) {
    List<String> parts = List.of(path.split("/", -1));
    if (words.size() != parts.size()) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      boolean open = parts.get(i).startsWith("{") && !words.get(i).isEmpty();
      if (!open && !parts.get(i).equals(words.get(i))) {
        return false;
      }
    }
    return true;
  }
}
