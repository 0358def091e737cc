package io.herald.members;

import io.herald.members.AccountFacts.Kind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A member as seen through one of their identities.
 *
 * @param id of the identity
 * @param member of the member, who may have an identity on each platform
 * @param workspace Herald's id of the workspace
 * @param conversation the platform's id of their direct conversation with Herald, once there was
 *     one
 * @param lastUsedAt when they last did something through this identity, to the minute
 * @param preferred whether they chose to hear from Herald here rather than through another identity
 */
public record Person(
    long id,
    long member,
    long workspace,
    Platform platform,
    String workspaceId,
    String platformId,
    @Nullable String name,
    @Nullable String email,
    Kind kind,
    @Nullable String zone,
    @Nullable String conversation,
    @Nullable Instant joinedAt,
    @Nullable Instant welcomedAt,
    @Nullable Instant homeSeenAt,
    boolean tracking,
    @Nullable Instant lastUsedAt,
    boolean preferred) {

  public Account account() {
    return new Account(platform, workspaceId, platformId);
  }

  /** How others call them: "@Amira Haddad". */
  public String at() {
    return "@" + (name == null || name.isBlank() ? platformId : name);
  }

  public boolean joined() {
    return joinedAt != null;
  }

  /** The zone in which they read and write times; UTC until it is known. */
  public ZoneId zoneId() {
    return zoneOf(zone);
  }

  static ZoneId zoneOf(@Nullable String zone) {
    try {
      return zone == null ? ZoneId.of("UTC") : ZoneId.of(zone);
    } catch (DateTimeException e) {
      return ZoneId.of("UTC");
    }
  }
}
