package io.herald.chat.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.bot.connector.Conversations;
import com.microsoft.bot.connector.rest.RestConnectorClient;
import com.microsoft.bot.restclient.RestClient;
import com.microsoft.bot.restclient.ServiceResponseBuilder;
import com.microsoft.bot.restclient.credentials.ServiceClientCredentials;
import com.microsoft.bot.restclient.retry.RetryStrategy;
import com.microsoft.bot.restclient.serializer.JacksonAdapter;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ConversationParameters;
import com.microsoft.bot.schema.ConversationResourceResponse;
import io.herald.chat.PlatformFailure;
import io.herald.chat.PlatformFailure.Kind;
import io.herald.chat.wire.OwnClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;
import retrofit2.Retrofit;

/** Calls the Bot Connector, each call once, and says in Herald's words what went wrong. */
final class TeamsConnector {
  private static final RetryStrategy NEVER =
      new RetryStrategy("never", false) {
        @Override
        public boolean shouldRetry(int count, okhttp3.Response response) {
          return false;
        }
      };

  /** The SDK's own client has five, which is 20 messages a second. */
  private static final int AT_ONCE = 32;

  private final OwnClient http;
  private final ServiceHosts hosts;
  private final @Nullable EntraToken token;
  private final Map<String, RestConnectorClient> clients = new ConcurrentHashMap<>();

  /**
   * @param token what goes with every call; none where none is asked for
   */
  TeamsConnector(OwnClient http, ServiceHosts hosts, @Nullable EntraToken token) {
    this.http = http;
    this.hosts = hosts;
    this.token = token;
  }

  /** A client for Teams and Entra. */
  static OwnClient http() {
    return new OwnClient("teams-http", AT_ONCE, OwnClient.CALL);
  }

  /** Sends a message and gives its id. */
  String send(String service, String conversation, Activity message) {
    return id(
        call(service, "send", true, c -> c.sendToConversation(conversation, message)).getId());
  }

  /** Answers in a thread and gives the id of the answer. */
  String reply(String service, String conversation, String to, Activity message) {
    return id(
        call(service, "reply", true, c -> c.replyToActivity(conversation, to, message)).getId());
  }

  void update(String service, String conversation, String message, Activity now) {
    call(service, "update", true, c -> c.updateActivity(conversation, message, now));
  }

  /** Opens a person's chat, which is the same one each time: a lost answer leaves nothing open. */
  ConversationResourceResponse chat(String service, ConversationParameters parameters) {
    return call(service, "create", false, c -> c.createConversation(parameters));
  }

  /** Begins a thread in a channel with its first message. */
  ConversationResourceResponse thread(String service, ConversationParameters parameters) {
    return call(service, "create", true, c -> c.createConversation(parameters));
  }

  /** One of a conversation's people. */
  ObjectNode member(String service, String conversation, String person) {
    return ask(service, "member", r -> r.member(conversation, person));
  }

  /** All of a conversation's people, however many pages they are. */
  List<JsonNode> members(String service, String conversation) {
    var all = new ArrayList<JsonNode>();
    @Nullable String next = null;
    for (int page = 0; page < TeamsLimits.PAGES; page++) {
      @Nullable String from = next;
      ObjectNode answer = ask(service, "roster", r -> r.page(conversation, TeamsLimits.PAGE, from));
      answer.path("members").forEach(all::add);
      next = Json.text(answer, "continuationToken");
      if (next.isEmpty()) {
        return all;
      }
    }
    throw new PlatformFailure(Kind.UNAVAILABLE, "the roster does not end");
  }

  /** What a team is called; empty where it is not told. */
  String teamName(String service, String team) {
    return Json.text(ask(service, "team", r -> r.team(team)), "name");
  }

  /** A team's channels, each with its id and, but for the first, its name. */
  List<JsonNode> channels(String service, String team) {
    var all = new ArrayList<JsonNode>();
    ask(service, "channels", r -> r.channels(team)).path("conversations").forEach(all::add);
    return all;
  }

  private static String id(@Nullable String given) {
    if (given == null || given.isEmpty()) {
      throw new PlatformFailure(Kind.AMBIGUOUS, "the answer names no message");
    }
    return given;
  }

  private <T> T call(
      String service,
      String operation,
      boolean changes,
      Function<Conversations, CompletableFuture<T>> how) {
    RestConnectorClient client = client(service);
    try {
      T answer = how.apply(client.getConversations()).get();
      if (answer == null) {
        // The SDK reads an answer without a body, and a 404, as null.
        throw new PlatformFailure(changes ? Kind.AMBIGUOUS : Kind.GONE, operation);
      }
      return answer;
    } catch (InterruptedException | ExecutionException | RuntimeException e) {
      throw noted(TeamsErrors.of(e, operation, changes));
    }
  }

  private ObjectNode ask(
      String service,
      String operation,
      Function<Roster, CompletableFuture<Response<ResponseBody>>> how) {
    Roster roster = client(service).getRestClient().retrofit().create(Roster.class);
    try {
      Response<ResponseBody> response = how.apply(roster).get();
      if (!response.isSuccessful()) {
        throw TeamsErrors.answered(response, "", false);
      }
      try (ResponseBody body = response.body()) {
        return Json.parse(body == null ? new byte[0] : body.bytes())
            .orElseThrow(() -> new PlatformFailure(Kind.UNAVAILABLE, operation + ": unreadable"));
      }
    } catch (InterruptedException | ExecutionException | IOException | RuntimeException e) {
      throw noted(TeamsErrors.of(e, operation, false));
    }
  }

  private PlatformFailure noted(PlatformFailure failure) {
    if (failure.kind() == Kind.UNAUTHORISED && token != null) {
      token.forget();
    }
    return failure;
  }

  /** The client for a service, whose address is looked at each time; its token is fetched first. */
  private RestConnectorClient client(String service) {
    String address =
        hosts
            .allowed(service)
            .orElseThrow(() -> new PlatformFailure(Kind.REFUSED, "not an address of Teams"));
    if (token != null) {
      token.ready();
    }
    return clients.computeIfAbsent(address, this::make);
  }

  private RestConnectorClient make(String address) {
    ServiceClientCredentials credentials = token == null ? builder -> {} : token;
    return new RestConnectorClient(
        new RestClient.Builder(http.client().newBuilder(), new Retrofit.Builder())
            .withBaseUrl(address)
            .withCredentials(credentials)
            .withSerializerAdapter(new JacksonAdapter())
            .withResponseBuilderFactory(new ServiceResponseBuilder.Factory())
            .withRetryStrategy(NEVER)
            .build());
  }

  /** Loads what the first call needs, so that nobody waits for it. */
  void warmUp(String service) {
    hosts.allowed(service).ifPresent(address -> clients.computeIfAbsent(address, this::make));
  }
}
