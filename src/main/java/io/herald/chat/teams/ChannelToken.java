package io.herald.chat.teams;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the token that comes with each activity, on the channel's path alone. The SDK's own
 * dispatcher also takes tokens of any other bot, and those that Herald itself sent out.
 */
final class ChannelToken {
  /** Who signs what Teams sends. */
  private static final String ISSUER = "https://api.botframework.com";

  private static final String CHANNEL = "msteams";
  private static final String SCHEME = "Bearer ";
  private static final int LONGEST = 16 * 1024;

  /** Clocks differ; Microsoft's own check lets as much pass. */
  private static final long SKEW_SECONDS = 300;

  private final SigningKeys keys;
  private final String app;
  private final Clock clock;

  /**
   * @param app the application's id, for which the token must be
   */
  ChannelToken(SigningKeys keys, String app, InstantSource clock) {
    this.keys = keys;
    this.app = app;
    this.clock = new Ticking(clock);
  }

  /**
   * The address of the service that sent it, if the token is the channel's and for this bot.
   *
   * @param header the header {@code Authorization}
   */
  Optional<String> serviceUrl(@Nullable String header) {
    if (header == null
        || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        || header.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return verified(header.substring(SCHEME.length()).strip());
    } catch (JWTVerificationException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<String> verified(String token) {
    DecodedJWT said = JWT.decode(token);
    if (!"RS256".equals(said.getAlgorithm()) || said.getKeyId() == null) {
      return Optional.empty();
    }
    Optional<SigningKeys.Key> key = keys.find(said.getKeyId());
    if (key.isEmpty() || !key.get().channels().contains(CHANNEL)) {
      return Optional.empty();
    }
    var rules =
        (com.auth0.jwt.JWTVerifier.BaseVerification)
            JWT.require(Algorithm.RSA256(key.get().key(), null))
                .withIssuer(ISSUER)
                .withAudience(app)
                .withClaimPresence("exp")
                .withClaimPresence("serviceurl")
                .acceptLeeway(SKEW_SECONDS);
    return Optional.ofNullable(rules.build(clock).verify(token).getClaim("serviceurl").asString());
  }

  /** Herald's clock as the library wants one. */
  private static final class Ticking extends Clock {
    private final InstantSource source;

    Ticking(InstantSource source) {
      this.source = source;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return source.instant();
    }
  }
}
