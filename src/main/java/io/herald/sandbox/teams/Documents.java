package io.herald.sandbox.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.sandbox.Json;
import java.util.Optional;
import java.util.function.Supplier;

/** What Microsoft publishes: where keys are, the keys, and where tokens are given out. */
final class Documents {
  static final String ISSUER = "https://api.botframework.com";

  private static final String OPENID = "/v1/.well-known/openidconfiguration";
  private static final String KEYS = "/v1/.well-known/keys";

  private final TeamsSetup setup;
  private final Supplier<String> origin;

  Documents(TeamsSetup setup, Supplier<String> origin) {
    this.setup = setup;
    this.origin = origin;
  }

  /** One of them, with the name under which faults and the ledger know it. */
  record Document(String name, ObjectNode body) {}

  /** Region and tenant, as Teams' own addresses have them. */
  String servicePath() {
    return "/emea/" + setup.tenant() + "/";
  }

  String serviceUrl() {
    return origin.get() + servicePath();
  }

  String openId() {
    return origin.get() + OPENID;
  }

  String authority() {
    return origin.get() + "/" + setup.tenant();
  }

  String tokenEndpoint() {
    return authority() + "/oauth2/v2.0/token";
  }

  Optional<Document> at(String path) {
    String entra = "/" + setup.tenant();
    if (path.equals(OPENID)) {
      return Optional.of(new Document("openid", openIdOfTheChannel()));
    }
    if (path.equals(KEYS)) {
      return Optional.of(new Document("keys", channelKeys()));
    }
    if (path.equals(entra + "/v2.0/.well-known/openid-configuration")) {
      return Optional.of(new Document("entraOpenid", openIdOfEntra()));
    }
    if (path.equals(entra + "/discovery/v2.0/keys")) {
      ObjectNode keys = Json.object();
      keys.putArray("keys").add(Keys.published(Keys.ENTRA));
      return Optional.of(new Document("entraKeys", keys));
    }
    return Optional.empty();
  }

  private ObjectNode openIdOfTheChannel() {
    ObjectNode document =
        Json.object()
            .put("issuer", ISSUER)
            .put("authorization_endpoint", "https://invalid.botframework.com")
            .put("jwks_uri", origin.get() + KEYS);
    document.putArray("id_token_signing_alg_values_supported").add("RS256");
    document.putArray("token_endpoint_auth_methods_supported").add("private_key_jwt");
    return document;
  }

  private static ObjectNode channelKeys() {
    ObjectNode keys = Json.object();
    ObjectNode teams = Keys.published(Keys.CHANNEL);
    teams.putArray("endorsements").add("msteams").add("skype");
    ObjectNode other = Keys.published(Keys.OTHER_CHANNEL);
    other.putArray("endorsements").add("webchat");
    keys.putArray("keys").add(teams).add(other);
    return keys;
  }

  private ObjectNode openIdOfEntra() {
    return Json.object()
        .put("issuer", "https://login.microsoftonline.com/" + setup.tenant() + "/v2.0")
        .put("token_endpoint", tokenEndpoint())
        .put("authorization_endpoint", authority() + "/oauth2/v2.0/authorize")
        .put("jwks_uri", authority() + "/discovery/v2.0/keys");
  }
}
