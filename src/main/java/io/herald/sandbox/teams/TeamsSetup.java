package io.herald.sandbox.teams;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How a double of Teams is set up.
 *
 * @param port on 127.0.0.1; 0 for any free one
 * @param directory where the tenant is kept; null to forget it at the end
 * @param tenant the id of the tenant, a GUID
 * @param appId the id of the bot's registration, a GUID
 * @param secret its client secret
 * @param pageSize how many people a page of a roster has at most, whatever is asked for
 * @param open neither sends tokens nor asks for any, as the playground does
 * @param patience how long a bot may take to answer; Teams gives an activity about 15 seconds, and
 *     a message extension 5
 */
public record TeamsSetup(
    int port,
    @Nullable Path directory,
    String tenant,
    String appId,
    String secret,
    String appName,
    int pageSize,
    boolean open,
    Duration patience,
    InstantSource clock,
    RandomGenerator random) {

  /** A double on any free port that forgets, with ids and a secret of its own. */
  public static TeamsSetup with(InstantSource clock, RandomGenerator random) {
    return new TeamsSetup(
        0,
        null,
        guid(random),
        guid(random),
        guid(random),
        "Herald",
        100,
        false,
        Duration.ofSeconds(15),
        clock,
        random);
  }

  private static String guid(RandomGenerator random) {
    long versionFour = (random.nextLong() & 0xFFFFFFFFFFFF0FFFL) | 0x4000L;
    long variant = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(versionFour, variant).toString();
  }

  /** The same on this port. */
  public TeamsSetup onPort(int other) {
    return new TeamsSetup(
        other, directory, tenant, appId, secret, appName, pageSize, open, patience, clock, random);
  }

  /** The same, kept in the directory. */
  public TeamsSetup keptIn(Path other) {
    return new TeamsSetup(
        port, other, tenant, appId, secret, appName, pageSize, open, patience, clock, random);
  }

  /** The same with these ids of tenant and bot, which a kept tenant has for good. */
  public TeamsSetup withIds(String itsTenant, String itsApp) {
    return new TeamsSetup(
        port, directory, itsTenant, itsApp, secret, appName, pageSize, open, patience, clock,
        random);
  }

  /** The same with rosters in pages of at most so many people. */
  public TeamsSetup withPageSize(int most) {
    return new TeamsSetup(
        port, directory, tenant, appId, secret, appName, most, open, patience, clock, random);
  }

  /** The same without tokens in either direction, for a bot in development. */
  public TeamsSetup withoutTokens() {
    return new TeamsSetup(
        port, directory, tenant, appId, secret, appName, pageSize, true, patience, clock, random);
  }

  /** The same, waiting so long for the bot. */
  public TeamsSetup withPatience(Duration other) {
    return new TeamsSetup(
        port, directory, tenant, appId, secret, appName, pageSize, open, other, clock, random);
  }

  /** The bot as an account in conversations. */
  String bot() {
    return "28:" + appId;
  }
}
