package io.herald.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** users.*: who is who. */
final class UserMethods {
  private final Workspace workspace;

  UserMethods(Workspace workspace) {
    this.workspace = workspace;
  }

  void addTo(Map<String, Method> methods) {
    methods.put("users.info", ((Method) this::info).needing("users:read"));
    methods.put("users.list", ((Method) this::list).needing("users:read"));
    methods.put("users.lookupByEmail", ((Method) this::lookupByEmail).needing("users:read.email"));
  }

  private ObjectNode info(Args args, Token token) {
    Person person =
        workspace.person(args.required("user")).orElseThrow(() -> new SlackError("user_not_found"));
    return answer(person, token);
  }

  private ObjectNode lookupByEmail(Args args, Token token) {
    String wanted = args.required("email");
    Optional<Person> person =
        workspace.people().stream()
            .filter(each -> !each.gone() && wanted.equalsIgnoreCase(each.email()))
            .findFirst();
    return answer(person.orElseThrow(() -> new SlackError("users_not_found")), token);
  }

  private ObjectNode list(Args args, Token token) {
    ObjectNode answer = Page.of(workspace.people(), args, "members", person -> user(person, token));
    return answer.put("cache_ts", workspace.clock.instant().getEpochSecond());
  }

  private ObjectNode answer(Person person, Token token) {
    ObjectNode answer = Json.object();
    answer.set("user", user(person, token));
    return answer;
  }

  private ObjectNode user(Person person, Token token) {
    boolean mine = person.home().equals(workspace.installation.team());
    ObjectNode user =
        Json.object()
            .put("id", person.id())
            .put("team_id", person.home())
            .put("name", person.handle())
            .put("deleted", person.gone())
            .put("is_bot", person.bot())
            .put("is_app_user", false)
            .put("updated", 1_760_000_000);
    ObjectNode profile = user.putObject("profile");
    profile
        .put("real_name", person.name())
        .put("real_name_normalized", person.name())
        .put("display_name", person.handle())
        .put("display_name_normalized", person.handle())
        .put("team", person.home());
    boolean shown = token.may("users:read.email") && mine;
    if (person.email() != null && shown) {
      profile.put("email", person.email());
    }
    if (!mine) {
      user.put("is_stranger", true);
    }
    if (person.gone()) {
      return user;
    }
    int offset = person.offsetSeconds(workspace.clock.instant());
    return user.put("real_name", person.name())
        .put("tz", person.zone())
        .put("tz_label", person.zone())
        .put("tz_offset", offset)
        .put("is_admin", person.admin())
        .put("is_owner", false)
        .put("is_primary_owner", false)
        .put("is_restricted", person.guest())
        .put("is_ultra_restricted", false)
        .put("is_email_confirmed", person.emailConfirmed());
  }
}
