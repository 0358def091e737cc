package io.herald.sandbox.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.sandbox.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The token endpoint of one tenant: client credentials of one bot, with a secret. */
final class Entra {
  private static final String AUDIENCE = "https://api.botframework.com";

  private final TeamsSetup setup;
  private final Map<String, Instant> issued = new ConcurrentHashMap<>();
  private volatile String last = "";

  Entra(TeamsSetup setup) {
    this.setup = setup;
  }

  /** The token that the bot was given last; empty if none yet. */
  String last() {
    return last;
  }

  boolean accepts(String token) {
    Instant until = issued.get(token);
    return setup.open() || (until != null && setup.clock().instant().isBefore(until));
  }

  /** Forgets what it gave out, as when the secret was changed. */
  void revokeAll() {
    issued.clear();
  }

  /** Gives a token for the credentials in the form, or refuses them with Entra's codes. */
  ObjectNode token(String tenant, String type, String body) {
    if (!type.startsWith("application/x-www-form-urlencoded")) {
      throw refusal(400, "invalid_request", "AADSTS900144: the body must be a form");
    }
    Map<String, String> form = form(body);
    if (!tenant.equals(setup.tenant())) {
      throw refusal(
          400, "unauthorized_client", "AADSTS700016: the application was not found in " + tenant);
    }
    if (!form.getOrDefault("grant_type", "").equals("client_credentials")) {
      throw refusal(400, "unsupported_grant_type", "AADSTS70003: not supported here");
    }
    if (!form.getOrDefault("client_id", "").equals(setup.appId())) {
      throw refusal(400, "unauthorized_client", "AADSTS700016: the application was not found");
    }
    if (!form.getOrDefault("client_secret", "").equals(setup.secret())) {
      throw refusal(401, "invalid_client", "AADSTS7000215: invalid client secret provided");
    }
    String scope = form.getOrDefault("scope", "");
    if (!java.util.List.of(scope.split(" ", -1)).contains(AUDIENCE + "/.default")) {
      throw refusal(400, "invalid_scope", "AADSTS1002012: the scope must end in /.default");
    }
    String token = issue(setup.appId(), AUDIENCE, setup.tenant());
    issued.put(token, setup.clock().instant().plusSeconds(3600));
    last = token;
    return Json.object()
        .put("token_type", "Bearer")
        .put("expires_in", 3600)
        .put("ext_expires_in", 3600)
        .put("access_token", token);
  }

  private static ConnectorError refusal(int status, String error, String words) {
    return new ConnectorError(
        status, error, words, Json.object().put("error", error).put("error_description", words));
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new HashMap<>();
    for (String pair : body.split("&", -1)) {
      String[] halves = pair.split("=", 2);
      String value = halves.length > 1 ? halves[1] : "";
      form.put(
          URLDecoder.decode(halves[0], StandardCharsets.UTF_8),
          URLDecoder.decode(value, StandardCharsets.UTF_8));
    }
    return form;
  }

  /** A token of a bot of this tenant for whatever takes tokens of that audience. */
  String issue(String app, String audience, String tenant) {
    long now = setup.clock().instant().getEpochSecond();
    ObjectNode claims =
        Json.object()
            .put("aud", audience)
            .put("iss", "https://sts.windows.net/" + tenant + "/")
            .put("iat", now)
            .put("nbf", now)
            .put("exp", now + 3600)
            .put("appid", app)
            .put("appidacr", "1")
            .put("tid", tenant)
            .put("ver", "1.0")
            .put("uti", Long.toHexString(setup.random().nextLong()));
    ObjectNode header =
        Json.object()
            .put("alg", "RS256")
            .put("kid", Keys.ENTRA)
            .put("x5t", Keys.ENTRA)
            .put("typ", "JWT");
    return Keys.sign(header, claims, Keys.ENTRA);
  }
}
