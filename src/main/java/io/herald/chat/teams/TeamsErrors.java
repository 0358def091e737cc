package io.herald.chat.teams;

import com.microsoft.bot.restclient.RestException;
import io.herald.chat.PlatformFailure;
import io.herald.chat.PlatformFailure.Kind;
import io.herald.chat.wire.SentException;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/**
 * What the connector's answers mean to Herald
 * (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
 * and https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit).
 */
final class TeamsErrors {
  /** 403 for one who took the bot away, or never had it: nothing arrives there any more. */
  private static final Set<String> ENDED =
      Set.of(
          "MessageWritesBlocked",
          "ConversationBlockedByUser",
          "ForbiddenOperationException",
          "BotDisabledByAdmin");

  private TeamsErrors() {}

  /**
   * The failure that a call ended with.
   *
   * @param changes whether the call would have changed something, so that a lost answer leaves it
   *     open whether it did
   */
  static PlatformFailure of(Throwable failure, String operation, boolean changes) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof PlatformFailure known) {
      return known;
    }
    if (cause instanceof RestException refused && refused.response() != null) {
      return answered(refused.response(), code(refused), changes);
    }
    if (cause instanceof IOException lost) {
      boolean open = changes && SentException.isIn(lost);
      return new PlatformFailure(
          open ? Kind.AMBIGUOUS : Kind.UNAVAILABLE,
          operation + ": " + lost.getClass().getSimpleName());
    }
    if (cause instanceof InterruptedException) {
      Thread.currentThread().interrupt();
      return new PlatformFailure(changes ? Kind.AMBIGUOUS : Kind.UNAVAILABLE, operation);
    }
    // An answer that the SDK could not read: it was sent, and something came back.
    return new PlatformFailure(
        changes ? Kind.AMBIGUOUS : Kind.UNAVAILABLE,
        operation + ": " + cause.getClass().getSimpleName());
  }

  /** As {@link #of}, for an answer with a status that is none of success. */
  static PlatformFailure answered(Response<ResponseBody> response, String code, boolean changes) {
    int status = response.code();
    String detail = code.isEmpty() ? "status " + status : status + " " + code;
    return switch (status) {
      case 429 -> new PlatformFailure(Kind.RATE_LIMITED, detail, retryAfter(response));
      // Nothing was done. Where it says when to come again, all of us come no sooner.
      case 412, 503 ->
          pause(response) == null
              ? new PlatformFailure(Kind.UNAVAILABLE, detail)
              : new PlatformFailure(Kind.RATE_LIMITED, detail, pause(response));
      // The gateway gave up waiting; what stands behind it may not have.
      case 500, 502, 504, 408 ->
          new PlatformFailure(changes ? Kind.AMBIGUOUS : Kind.UNAVAILABLE, detail, pause(response));
      case 401 -> new PlatformFailure(Kind.UNAUTHORISED, detail);
      case 403 -> new PlatformFailure(ENDED.contains(code) ? Kind.GONE : Kind.FORBIDDEN, detail);
      case 404, 410 -> new PlatformFailure(Kind.GONE, detail);
      default ->
          new PlatformFailure(
              status >= 500 ? (changes ? Kind.AMBIGUOUS : Kind.UNAVAILABLE) : Kind.REFUSED, detail);
    };
  }

  /** The connector's own code: a word of its vocabulary, never a sentence. */
  private static String code(RestException refused) {
    if (refused.body() instanceof com.microsoft.bot.schema.ErrorResponse body
        && body.getError() != null) {
      @Nullable String inner = null;
      if (body.getError().getInnerHttpError() != null
          && body.getError().getInnerHttpError().getBody() != null) {
        inner = subCode(String.valueOf(body.getError().getInnerHttpError().getBody()));
      }
      String own = body.getError().getCode();
      return word(inner == null ? own : inner);
    }
    return "";
  }

  private static @Nullable String subCode(String body) {
    for (String ended : ENDED) {
      if (body.contains(ended)) {
        return ended;
      }
    }
    return null;
  }

  private static String word(@Nullable String code) {
    return code != null && code.matches("\\w{1,60}") ? code : "";
  }

  private static Duration retryAfter(Response<ResponseBody> response) {
    Duration told = pause(response);
    return told == null ? TeamsLimits.RETRY_AFTER : told;
  }

  private static @Nullable Duration pause(Response<ResponseBody> response) {
    String header = response.headers().get("Retry-After");
    return header != null && header.strip().matches("\\d{1,6}")
        ? Duration.ofSeconds(Long.parseLong(header.strip()))
        : null;
  }
}
