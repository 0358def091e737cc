package io.herald.chat.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.herald.members.Account;
import io.herald.members.AccountFacts;
import io.herald.members.AccountFacts.Kind;
import io.herald.members.Platform;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads what Slack says of a user (https://docs.slack.dev/reference/objects/user-object). */
final class SlackPeople {
  private static final String SLACKBOT = "USLACKBOT";

  private SlackPeople() {}

  /**
   * Whether something is a user's id, by its form: other platforms' ids stand in the same lists.
   */
  static boolean isId(String word) {
    return word.matches("[UW]\\w{5,}");
  }

  static AccountFacts facts(JsonObject user, String workspace) {
    String id = Json.text(user, "id");
    return new AccountFacts(
        new Account(Platform.SLACK, workspace, id),
        name(user),
        email(user),
        kind(user, workspace),
        zone(user),
        !Json.yes(user, "deleted"));
  }

  private static Kind kind(JsonObject user, String workspace) {
    if (Json.yes(user, "is_bot")
        || Json.yes(user, "is_workflow_bot")
        || Json.text(user, "id").equals(SLACKBOT)) {
      return Kind.BOT;
    }
    if (Json.yes(user, "is_stranger") || !belongs(user, workspace)) {
      return Kind.FOREIGN;
    }
    return Json.yes(user, "is_restricted") || Json.yes(user, "is_ultra_restricted")
        ? Kind.GUEST
        : Kind.MEMBER;
  }

  /** In an enterprise a person has one home workspace and is at home in others, too. */
  private static boolean belongs(JsonObject user, String workspace) {
    String team = Json.text(user, "team_id");
    if (team.isEmpty() || team.equals(workspace)) {
      return true;
    }
    for (JsonElement other : Json.list(Json.inner(user, "enterprise_user"), "teams")) {
      if (other instanceof JsonPrimitive p && p.getAsString().equals(workspace)) {
        return true;
      }
    }
    return false;
  }

  private static String name(JsonObject user) {
    JsonObject profile = Json.inner(user, "profile");
    for (String name :
        new String[] {
          Json.text(profile, "display_name"),
          Json.text(profile, "real_name"),
          Json.text(user, "real_name"),
          Json.text(user, "name")
        }) {
      if (!name.isBlank()) {
        return name.strip();
      }
    }
    return Json.text(user, "id");
  }

  /** The address, unless Slack says that nobody confirmed it. */
  private static @Nullable String email(JsonObject user) {
    boolean unconfirmed = user.has("is_email_confirmed") && !Json.yes(user, "is_email_confirmed");
    String email = Json.text(Json.inner(user, "profile"), "email").strip();
    return unconfirmed || email.isEmpty() ? null : email;
  }

  private static ZoneId zone(JsonObject user) {
    try {
      String name = Json.text(user, "tz");
      if (!name.isEmpty()) {
        return ZoneId.of(name);
      }
    } catch (DateTimeException e) {
      // A zone that this Java does not know; its distance from UTC follows.
    }
    try {
      String seconds = Json.text(user, "tz_offset");
      return seconds.isEmpty()
          ? ZoneOffset.UTC
          : ZoneOffset.ofTotalSeconds(Integer.parseInt(seconds));
    } catch (DateTimeException | NumberFormatException e) {
      return ZoneOffset.UTC;
    }
  }
}
