package io.herald.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How a double is set up.
 *
 * @param port on 127.0.0.1; 0 for any free one
 * @param directory where the workspace is kept; null to forget it at the end
 * @param scopes of the bot token that the double begins with
 * @param patience how long the app may take to answer a request, and to open a form with what it
 *     was told; Slack's is three seconds
 */
public record Setup(
    int port,
    @Nullable Path directory,
    Installation installation,
    String botToken,
    String signingSecret,
    List<String> scopes,
    Duration patience,
    InstantSource clock,
    RandomGenerator random) {

  /** What Herald's manifest asks for, and nothing more. */
  private static final List<String> SCOPES =
      List.of(
          "chat:write",
          "commands",
          "users:read",
          "users:read.email",
          "channels:read",
          "groups:read",
          "usergroups:read");

  /** A double on any free port that forgets, with a token and a secret of its own. */
  public static Setup with(InstantSource clock, RandomGenerator random) {
    Ids ids = new Ids(random);
    return new Setup(
        0,
        null,
        Installation.ACME,
        ids.next("xoxb-", 24),
        ids.next("", 32).toLowerCase(java.util.Locale.ROOT),
        SCOPES,
        Duration.ofSeconds(3),
        clock,
        random);
  }

  /** The same on this port. */
  public Setup onPort(int other) {
    return new Setup(
        other, directory, installation, botToken, signingSecret, scopes, patience, clock, random);
  }

  /** The same, kept in the directory. */
  public Setup keptIn(Path other) {
    return new Setup(
        port, other, installation, botToken, signingSecret, scopes, patience, clock, random);
  }

  /** The same with another token. */
  public Setup withToken(String value, List<String> itsScopes) {
    return new Setup(
        port, directory, installation, value, signingSecret, itsScopes, patience, clock, random);
  }

  /** The same with another signing secret. */
  public Setup withSigningSecret(String other) {
    return new Setup(
        port, directory, installation, botToken, other, scopes, patience, clock, random);
  }

  /** The same, waiting so long for the app. */
  public Setup withPatience(Duration other) {
    return new Setup(
        port, directory, installation, botToken, signingSecret, scopes, other, clock, random);
  }
}
