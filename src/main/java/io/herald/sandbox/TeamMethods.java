package io.herald.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** auth.test, bots.info, team.info and the user groups. */
final class TeamMethods {
  private static final String GROUPS = "groups";

  private final Workspace workspace;

  TeamMethods(Workspace workspace) {
    this.workspace = workspace;
  }

  void addTo(Map<String, Method> methods) {
    methods.put("auth.test", (args, token) -> authTest());
    methods.put("bots.info", ((Method) (args, token) -> botInfo(args)).needing("users:read"));
    methods.put("team.info", ((Method) (args, token) -> teamInfo()).needing("team:read"));
    methods.put("usergroups.list", ((Method) (args, token) -> groups()).needing("usergroups:read"));
    methods.put(
        "usergroups.users.list",
        ((Method) (args, token) -> groupUsers(args)).needing("usergroups:read"));
  }

  void putGroup(String id, String handle, String name, List<String> people) {
    ObjectNode group =
        Json.object()
            .put("id", id)
            .put("team_id", workspace.installation.team())
            .put("is_usergroup", true)
            .put("name", name)
            .put("description", "")
            .put("handle", handle)
            .put("is_external", false)
            .put("date_create", 1_760_000_000)
            .put("date_delete", 0)
            .put("user_count", people.size());
    people.forEach(group.putArray("users")::add);
    workspace.shelves.put(GROUPS, id, group);
  }

  private ObjectNode authTest() {
    Installation here = workspace.installation;
    return Json.object()
        .put("url", "https://" + here.domain() + ".slack.com/")
        .put("team", here.teamName())
        .put("user", here.appName().toLowerCase(java.util.Locale.ROOT))
        .put("team_id", here.team())
        .put("user_id", here.botUser())
        .put("bot_id", here.bot())
        .put("is_enterprise_install", false);
  }

  private ObjectNode botInfo(Args args) {
    Installation here = workspace.installation;
    if (!args.required("bot").equals(here.bot())) {
      throw new SlackError("bot_not_found");
    }
    ObjectNode answer = Json.object();
    answer
        .putObject("bot")
        .put("id", here.bot())
        .put("app_id", here.app())
        .put("user_id", here.botUser())
        .put("name", here.appName())
        .put("deleted", false)
        .put("updated", 1_760_000_000);
    return answer;
  }

  private ObjectNode teamInfo() {
    Installation here = workspace.installation;
    ObjectNode answer = Json.object();
    answer
        .putObject("team")
        .put("id", here.team())
        .put("name", here.teamName())
        .put("domain", here.domain())
        .put("email_domain", "");
    return answer;
  }

  private ObjectNode groups() {
    ObjectNode answer = Json.object();
    workspace.shelves.all(GROUPS).forEach(answer.putArray("usergroups")::add);
    return answer;
  }

  private ObjectNode groupUsers(Args args) {
    JsonNode group =
        workspace
            .shelves
            .get(GROUPS, args.required("usergroup"))
            .orElseThrow(() -> new SlackError("no_such_subteam"));
    ObjectNode answer = Json.object();
    answer.set("users", group.path("users"));
    return answer;
  }
}
