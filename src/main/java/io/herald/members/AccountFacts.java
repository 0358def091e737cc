package io.herald.members;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a platform says of an account.
 *
 * @param name how the person is called there
 * @param email the address, where Herald may see it; confirmed by the platform
 */
public record AccountFacts(
    Account account, String name, @Nullable String email, Kind kind, ZoneId zone, boolean active) {

  /** What an account is to the organisation. */
  public enum Kind {
    /** Not looked up yet. */
    UNKNOWN,
    MEMBER,
    GUEST,
    BOT,
    /** Of another organisation. */
    FOREIGN
  }
}
