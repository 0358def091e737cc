package io.herald.sandbox.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.sandbox.Json;
import java.time.Instant;

/**
 * A token as Teams sends it with every activity; for tests, also one as Teams never would. Each
 * method gives another token.
 */
public final class ChannelToken {
  private final ObjectNode claims;
  private final String kid;
  private final String key;
  private final boolean signed;

  private ChannelToken(ObjectNode claims, String kid, String key, boolean signed) {
    this.claims = claims;
    this.kid = kid;
    this.key = key;
    this.signed = signed;
  }

  static ChannelToken good(String issuer, String app, String serviceUrl, Instant now) {
    long seconds = now.getEpochSecond();
    ObjectNode claims =
        Json.object()
            .put("serviceurl", serviceUrl)
            .put("nbf", seconds)
            .put("iat", seconds)
            .put("exp", seconds + 3600)
            .put("iss", issuer)
            .put("aud", app);
    return new ChannelToken(claims, Keys.CHANNEL, Keys.CHANNEL, true);
  }

  /** With another value for the claim: {@code aud}, {@code iss}, {@code serviceurl}, … */
  public ChannelToken with(String claim, String value) {
    return new ChannelToken(Json.copy(claims).put(claim, value), kid, key, signed);
  }

  /** Without the claim. */
  public ChannelToken without(String claim) {
    ObjectNode fewer = Json.copy(claims);
    fewer.remove(claim);
    return new ChannelToken(fewer, kid, key, signed);
  }

  /** Good for one hour from then: in the past, or in the future. */
  public ChannelToken from(Instant then) {
    long seconds = then.getEpochSecond();
    ObjectNode other = Json.copy(claims);
    other.put("nbf", seconds).put("iat", seconds).put("exp", seconds + 3600);
    return new ChannelToken(other, kid, key, signed);
  }

  /** Signed by a key that is published for another channel alone. */
  public ChannelToken ofAnotherChannel() {
    return new ChannelToken(claims, Keys.OTHER_CHANNEL, Keys.OTHER_CHANNEL, signed);
  }

  /** Signed by somebody else's key in the name of the channel's. */
  public ChannelToken forged() {
    return new ChannelToken(claims, kid, Keys.STRANGER, signed);
  }

  /** Signed by a key that is published nowhere, under its own name. */
  public ChannelToken ofAnUnknownKey() {
    return new ChannelToken(claims, Keys.STRANGER, Keys.STRANGER, signed);
  }

  /** With {@code alg} {@code none} and no signature. */
  public ChannelToken unsigned() {
    return new ChannelToken(claims, kid, key, false);
  }

  /** The token itself. */
  public String value() {
    ObjectNode header =
        Json.object().put("alg", "RS256").put("kid", kid).put("x5t", kid).put("typ", "JWT");
    return signed ? Keys.sign(header, claims, key) : Keys.unsigned(claims);
  }
}
