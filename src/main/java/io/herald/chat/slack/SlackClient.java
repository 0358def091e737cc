package io.herald.chat.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.util.http.SlackHttpClient;
import io.herald.chat.PlatformFailure;
import io.herald.chat.PlatformFailure.Kind;
import io.herald.chat.wire.OwnClient;
import io.herald.chat.wire.SentException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Calls Slack's Web API, each call once, and says in Herald's words what went wrong. */
public final class SlackClient implements AutoCloseable {
  /** Where Slack's Web API is unless the settings say otherwise. */
  static final String SLACK = MethodsClient.ENDPOINT_URL_PREFIX;

  /** Slack limits a burst itself; this many keep its connections warm. */
  private static final int AT_ONCE = 8;

  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

  private final OwnClient http;
  private final String token;
  private final Slack slack;
  private final SlackGrants grants = new SlackGrants();

  /**
   * @param token the bot's
   * @param apiUrl ends with {@code /api/}; none for Slack's own
   */
  public SlackClient(String token, @Nullable String apiUrl) {
    this(token, apiUrl, http(OwnClient.CALL));
  }

  SlackClient(String token, @Nullable String apiUrl, OwnClient http) {
    this.http = http;
    this.token = token;
    var config = new SlackConfig();
    config.setStatsEnabled(false);
    config.setProxyUrl(null);
    // These print what is sent; Herald's log says nothing of what people wrote.
    config.setHttpClientResponseHandlers(new ArrayList<>());
    config.setMethodsEndpointUrlPrefix(apiUrl == null ? SLACK : apiUrl);
    this.slack = Slack.getInstance(config, new SlackHttpClient(http.client()));
    SdkCounters.stop(config);
  }

  /**
   * A client for Slack.
   *
   * @param call how long a call may take
   */
  static OwnClient http(Duration call) {
    return new OwnClient("slack-http", AT_ONCE, call);
  }

  /** What the token may do, as far as Slack has told. */
  SlackGrants grants() {
    return grants;
  }

  /** The SDK's handle on the same client, for Bolt. */
  Slack slack() {
    return slack;
  }

  /**
   * Asks something that changes nothing.
   *
   * @throws PlatformFailure never ambiguous: it can simply be asked again
   */
  JsonObject ask(String method, Map<String, String> form) {
    try {
      return call(method, form, null);
    } catch (PlatformFailure e) {
      throw e.kind() == Kind.AMBIGUOUS
          ? new PlatformFailure(Kind.UNAVAILABLE, method + " got no answer")
          : e;
    }
  }

  /**
   * Does something.
   *
   * @param blocks the blocks that are sent with it, to know an image that Slack refuses; or none
   */
  JsonObject call(String method, Map<String, String> form, @Nullable JsonArray blocks) {
    var body = new FormBody.Builder();
    form.forEach(body::add);
    try (Response response = slack.methods(token).runPostFormWithToken(body, method, token)) {
      grants.named(response.header("X-OAuth-Scopes"));
      return read(response, blocks);
    } catch (IOException e) {
      throw unanswered(method, e);
    }
  }

  /**
   * Posts to an address that Slack gave for answers to one request.
   *
   * @param address already checked against Slack's own hosts
   */
  void post(String address, JsonObject body) {
    RequestBody json = RequestBody.create(body.toString(), JSON);
    Request request = new Request.Builder().url(address).post(json).build();
    try (Response response = http.client().newCall(request).execute()) {
      String said = text(response);
      if (response.code() == 200) {
        return;
      }
      throw refused(response, said, null);
    } catch (IOException e) {
      throw unanswered("response_url", e);
    }
  }

  private JsonObject read(Response response, @Nullable JsonArray blocks) {
    String said = text(response);
    if (response.code() != 200) {
      throw refused(response, said, blocks);
    }
    JsonObject answer = parse(said);
    if (answer == null) {
      throw new PlatformFailure(Kind.AMBIGUOUS, "the answer is not readable");
    }
    if (!Json.yes(answer, "ok")) {
      if (Json.text(answer, "error").equals("missing_scope")) {
        grants.refused(Json.text(answer, "needed"));
      }
      throw SlackErrors.failure(answer, response.header("Retry-After"), blocks);
    }
    return answer;
  }

  private static PlatformFailure refused(
      Response response, String said, @Nullable JsonArray blocks) {
    int status = response.code();
    if (status == 429) {
      return SlackErrors.rateLimited(response.header("Retry-After"));
    }
    JsonObject answer = parse(said);
    if (answer != null && answer.has("error")) {
      return SlackErrors.failure(answer, response.header("Retry-After"), blocks);
    }
    Kind kind =
        switch (status) {
          case 401 -> Kind.UNAUTHORISED;
          case 403 -> Kind.FORBIDDEN;
          case 404, 410 -> Kind.GONE;
          case 503 -> Kind.UNAVAILABLE;
          default -> status >= 500 ? Kind.AMBIGUOUS : Kind.REFUSED;
        };
    return new PlatformFailure(kind, "status " + status);
  }

  /** Read within the call's own time; a connection that dies here has carried the request. */
  private static String text(Response response) {
    try {
      return response.body().string();
    } catch (IOException e) {
      throw new PlatformFailure(Kind.AMBIGUOUS, "the answer broke off");
    }
  }

  private static @Nullable JsonObject parse(String said) {
    try {
      return JsonParser.parseString(said) instanceof JsonObject answer ? answer : null;
    } catch (JsonParseException e) {
      return null;
    }
  }

  private static PlatformFailure unanswered(String method, IOException e) {
    return SentException.isIn(e)
        ? new PlatformFailure(Kind.AMBIGUOUS, method + " got no answer")
        : new PlatformFailure(Kind.UNAVAILABLE, method + ": " + e.getClass().getSimpleName());
  }

  @Override
  public void close() {
    try {
      slack.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new IllegalStateException("Slack's client does not close", e);
    } finally {
      http.close();
    }
  }
}
