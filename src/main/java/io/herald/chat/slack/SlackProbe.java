package io.herald.chat.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.herald.chat.Courier.ChannelFacts;
import io.herald.chat.PlatformFailure;
import io.herald.chat.PlatformFailure.Kind;
import io.herald.chat.wire.OwnClient;
import io.herald.settings.Secret;
import io.herald.settings.SlackSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.FormBody;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Asks Slack whether what the settings say is so. Changes nothing there. */
public final class SlackProbe implements AutoCloseable {
  private final OwnClient http = SlackClient.http(OwnClient.CALL);
  private final String api;
  private final Secret token;
  private final SlackClient client;
  private final SlackChannels channels;
  private @Nullable Identity identity;

  public SlackProbe(SlackSettings settings) {
    @Nullable String own = settings.apiUrl().map(URI::toString).orElse(null);
    this.api = own == null ? SlackClient.SLACK : own;
    this.token = settings.botToken();
    this.client = new SlackClient(token.reveal(), own);
    this.channels = new SlackChannels(client);
  }

  /**
   * Who the token is.
   *
   * @param scopes what it may do; empty where the answer did not say
   * @param at Slack's time when it answered, to the second
   */
  public record Identity(Optional<Set<String>> scopes, Optional<Instant> at) {}

  /**
   * Asks once; later calls get the same answer.
   *
   * @throws PlatformFailure when Slack cannot be asked, or refuses the token
   */
  public Identity identify() {
    Identity known = identity;
    if (known == null) {
      known = ask();
      identity = known;
    }
    return known;
  }

  /** A channel by its name or id, if Slack shows it. */
  public Optional<ChannelFacts> channel(String nameOrId) {
    return channels.find(nameOrId);
  }

  /** Whether an e-mail address or id is somebody's in the workspace. */
  public boolean knows(String person) {
    try {
      if (person.contains("@")) {
        client.ask("users.lookupByEmail", Map.of("email", person));
      } else {
        client.ask("users.info", Map.of("user", person));
      }
      return true;
    } catch (PlatformFailure e) {
      if (e.kind() == Kind.GONE) {
        return false;
      }
      throw e;
    }
  }

  /** Not by way of the client, which keeps headers to itself. */
  private Identity ask() {
    Request request =
        new Request.Builder()
            .url(api + "auth.test")
            .header("Authorization", "Bearer " + token.reveal())
            .post(new FormBody.Builder().build())
            .build();
    try (Response response = http.client().newCall(request).execute()) {
      JsonObject answer = JsonParser.parseString(response.body().string()).getAsJsonObject();
      if (!Json.yes(answer, "ok")) {
        throw SlackErrors.failure(answer, response.header("Retry-After"), null);
      }
      return new Identity(
          Optional.ofNullable(response.header("X-OAuth-Scopes"))
              .map(scopes -> Set.copyOf(List.of(scopes.split("[,\\s]+")))),
          Optional.ofNullable(response.headers().getInstant("Date")));
    } catch (IOException e) {
      throw new PlatformFailure(Kind.UNAVAILABLE, e.getClass().getSimpleName());
    } catch (JsonParseException | IllegalStateException e) {
      throw new PlatformFailure(Kind.UNAVAILABLE, "the answer is not Slack's");
    }
  }

  @Override
  public void close() {
    client.close();
    http.close();
  }
}
