package io.herald.chat.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.bot.restclient.credentials.ServiceClientCredentials;
import io.herald.chat.PlatformFailure;
import io.herald.chat.PlatformFailure.Kind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The token with which Herald sends: of a registration in one tenant, by its client secret. It is
 * fetched a little before the last one ends, by whoever sends next.
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
 */
final class EntraToken implements ServiceClientCredentials {
  private static final String SCOPE = "https://api.botframework.com/.default";
  private static final Duration EARLY = Duration.ofMinutes(5);

  private final OkHttpClient http;
  private final TeamsApp app;
  private final String endpoint;
  private final InstantSource clock;
  private volatile @Nullable Held held;

  private record Held(String token, Instant until) {}

  EntraToken(OkHttpClient http, TeamsApp app, TeamsCloud cloud, InstantSource clock) {
    this.http = http;
    this.app = app;
    this.endpoint = cloud.tokenEndpoint(app.tenant());
    this.clock = clock;
  }

  /**
   * Has a token ready.
   *
   * @throws PlatformFailure of kind UNAUTHORISED where Entra refuses the credentials, UNAVAILABLE
   *     where it cannot be asked
   */
  void ready() {
    if (!holds(held)) {
      fetch();
    }
  }

  /** The token was refused, so the next call asks for another. */
  void forget() {
    held = null;
  }

  private boolean holds(@Nullable Held token) {
    return token != null && clock.instant().isBefore(token.until());
  }

  private synchronized void fetch() {
    if (holds(held)) {
      return;
    }
    Request request =
        new Request.Builder()
            .url(endpoint)
            .post(
                new FormBody.Builder()
                    .add("grant_type", "client_credentials")
                    .add("client_id", app.id())
                    .add("client_secret", app.password())
                    .add("scope", SCOPE)
                    .build())
            .build();
    try (Response response = http.newCall(request).execute()) {
      ObjectNode answer = Json.parse(response.body().bytes()).orElseGet(() -> Json.object());
      String token = Json.text(answer, "access_token");
      if (response.code() != 200 || token.isEmpty()) {
        throw refused(response.code(), answer);
      }
      long seconds = Math.max(60, answer.path("expires_in").asLong(3_600) - EARLY.toSeconds());
      held = new Held(token, clock.instant().plusSeconds(seconds));
    } catch (IOException e) {
      throw new PlatformFailure(Kind.UNAVAILABLE, "Entra: " + e.getClass().getSimpleName());
    }
  }

  /**
   * Entra's own code ({@code AADSTS7000215}) says what is wrong; its sentences may say too much.
   */
  private static PlatformFailure refused(int status, ObjectNode answer) {
    String said = Json.text(answer, "error_description");
    String code = said.matches("(?s)AADSTS\\d+\\b.*") ? said.replaceFirst("(?s)\\W.*", "") : "";
    boolean ours = status == 400 || status == 401 || status == 403;
    return new PlatformFailure(
        ours ? Kind.UNAUTHORISED : Kind.UNAVAILABLE,
        "Entra: " + (code.isEmpty() ? "status " + status : code));
  }

  @Override
  public void applyCredentialsFilter(OkHttpClient.Builder client) {
    client.addInterceptor(
        chain -> {
          Held token = held;
          Request request = chain.request();
          return chain.proceed(
              token == null
                  ? request
                  : request
                      .newBuilder()
                      .header("Authorization", "Bearer " + token.token())
                      .build());
        });
  }
}
