package io.herald.sandbox;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in the pretend workspace.
 *
 * @param handle the name without spaces that older Slack shows ("amira")
 * @param email nobody's if null, as for bots
 * @param zone the IANA name of their time zone
 * @param home the team they belong to, another one for people of Slack Connect
 */
public record Person(
    String id,
    String handle,
    String name,
    @Nullable String email,
    boolean emailConfirmed,
    String zone,
    String home,
    boolean bot,
    boolean guest,
    boolean gone,
    boolean admin) {

  static Person of(String id, String name, String team) {
    String handle = name.toLowerCase(java.util.Locale.ROOT).split(" ", 2)[0];
    String email = handle + "@acme.example";
    return new Person(
        id, handle, name, email, true, "Europe/Berlin", team, false, false, false, false);
  }

  /** The same person with another address; null for none. */
  public Person withEmail(@Nullable String address) {
    return new Person(
        id, handle, name, address, emailConfirmed, zone, home, bot, guest, gone, admin);
  }

  /** The same person whose address Slack has not seen confirmed. */
  public Person withUnconfirmedEmail() {
    return new Person(id, handle, name, email, false, zone, home, bot, guest, gone, admin);
  }

  /** The same person in another time zone. */
  public Person withZone(String other) {
    return new Person(
        id, handle, name, email, emailConfirmed, other, home, bot, guest, gone, admin);
  }

  /** The same person as a guest of the workspace. */
  public Person asGuest() {
    return new Person(id, handle, name, email, emailConfirmed, zone, home, bot, true, gone, admin);
  }

  /** The same one as a bot, which has no address. */
  public Person asBot() {
    return new Person(id, handle, name, null, false, zone, home, true, guest, gone, admin);
  }

  /** The same person deactivated. */
  public Person asGone() {
    return new Person(id, handle, name, email, emailConfirmed, zone, home, bot, guest, true, admin);
  }

  /** The same person as an administrator of the workspace. */
  public Person asAdmin() {
    return new Person(id, handle, name, email, emailConfirmed, zone, home, bot, guest, gone, true);
  }

  /** The same person as a member of another team, met through Slack Connect. */
  public Person of(String otherTeam) {
    return new Person(
        id, handle, name, email, emailConfirmed, zone, otherTeam, bot, guest, gone, admin);
  }

  int offsetSeconds(Instant now) {
    return ZoneId.of(zone).getRules().getOffset(now).getTotalSeconds();
  }
}
