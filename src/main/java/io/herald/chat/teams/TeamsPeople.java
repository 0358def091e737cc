package io.herald.chat.teams;

import com.fasterxml.jackson.databind.JsonNode;
import io.herald.members.Account;
import io.herald.members.AccountFacts;
import io.herald.members.AccountFacts.Kind;
import io.herald.members.Platform;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a roster says of somebody
 * (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context).
 */
final class TeamsPeople {
  private TeamsPeople() {}

  static AccountFacts facts(JsonNode member, String tenant, ZoneId zone) {
    String id = Json.text(member, "id");
    return new AccountFacts(
        new Account(Platform.TEAMS, tenant, id),
        name(member),
        email(member),
        kind(member, tenant),
        zone,
        true);
  }

  private static Kind kind(JsonNode member, String tenant) {
    if (Json.text(member, "id").startsWith("28:")) {
      return Kind.BOT;
    }
    String theirs = Json.text(member, "tenantId");
    if (!theirs.isEmpty() && !theirs.equals(tenant)) {
      return Kind.FOREIGN;
    }
    String role = Json.text(member, "userRole").toLowerCase(Locale.ROOT);
    boolean external =
        Json.text(member, "userPrincipalName").toUpperCase(Locale.ROOT).contains("#EXT#");
    return external || role.equals("guest") || role.equals("anonymous") ? Kind.GUEST : Kind.MEMBER;
  }

  private static String name(JsonNode member) {
    String name = Json.text(member, "name").strip();
    String given = (Json.text(member, "givenName") + " " + Json.text(member, "surname")).strip();
    return !name.isEmpty() ? name : !given.isEmpty() ? given : Json.text(member, "id");
  }

  /** The directory's own address; what a guest brought along, their own directory vouches for. */
  static @Nullable String email(JsonNode member) {
    String email = Json.text(member, "email").strip();
    return email.contains("@") ? email : null;
  }

  /** Whether somebody means this person: by address, sign-in name, or id in the directory. */
  static boolean isMeant(JsonNode member, String by) {
    for (String name :
        new String[] {"email", "userPrincipalName", "aadObjectId", "objectId", "id"}) {
      String value = Json.text(member, name);
      if (!value.isEmpty() && value.equalsIgnoreCase(by.strip())) {
        return true;
      }
    }
    return false;
  }
}
