package io.herald.chat.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.herald.chat.PlatformFailure;
import io.herald.chat.PlatformFailure.Kind;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What Slack's error codes mean to Herald. The codes are those of the reference pages of the
 * methods that Herald calls ({@code https://docs.slack.dev/reference/methods}); one that is not
 * known is a request that Slack refused.
 */
final class SlackErrors {
  private static final Map<String, Kind> KINDS =
      Stream.of(
              of(
                  Kind.UNAUTHORISED,
                  "invalid_auth not_authed token_revoked token_expired account_inactive"
                      + " org_login_required team_access_not_granted"
                      + " two_factor_setup_required"),
              of(
                  Kind.FORBIDDEN,
                  "missing_scope not_in_channel no_permission not_allowed_token_type access_denied"
                      + " ekm_access_denied messages_tab_disabled user_is_restricted"
                      + " enterprise_is_restricted team_not_found not_enabled not_allowed"),
              // The channel itself takes nothing from Herald, and will not until it is changed.
              of(
                  Kind.GONE,
                  "restricted_action restricted_action_read_only_channel"
                      + " restricted_action_thread_only_channel restricted_action_non_threadable_channel"
                      + " restricted_action_thread_locked posting_to_general_channel_denied"
                      + " channel_not_found user_not_found users_not_found user_not_visible user_disabled"
                      + " cannot_dm_bot is_archived message_not_found cant_update_message"
                      + " edit_window_closed no_such_subteam subteam_not_found user_not_in_channel"
                      + " thread_not_found used_url expired_url no_service not_found hash_conflict"
                      + " expired_trigger_id invalid_trigger_id exchanged_trigger_id trigger_expired trigger_exchanged"),
              of(Kind.RATE_LIMITED, "ratelimited rate_limited"),
              of(Kind.UNAVAILABLE, "service_unavailable team_added_to_org accesslimited"),
              of(Kind.AMBIGUOUS, "fatal_error internal_error request_timeout"))
          .flatMap(m -> m.entrySet().stream())
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private static final Pattern POINTER =
      Pattern.compile("\\[json-pointer:(?:/view)?/blocks/(\\d+)([^\\]]*)\\]");

  private SlackErrors() {}

  private static Map<String, Kind> of(Kind kind, String codes) {
    return Stream.of(codes.split(" ")).collect(Collectors.toMap(code -> code, code -> kind));
  }

  /**
   * The failure that an answer with {@code ok: false} tells of.
   *
   * @param retryAfter the header of that name, in seconds
   * @param blocks the blocks that were sent, or none
   */
  static PlatformFailure failure(
      JsonObject answer, @Nullable String retryAfter, @Nullable JsonArray blocks) {
    String code = Json.text(answer, "error");
    Kind kind = KINDS.getOrDefault(code, Kind.REFUSED);
    if (kind == Kind.RATE_LIMITED) {
      return rateLimited(retryAfter);
    }
    String needed = Json.text(answer, "needed");
    String detail = needed.isEmpty() ? code : code + ", needed " + needed;
    if (kind == Kind.REFUSED) {
      detail += pointers(answer);
      if (blocks != null && namesImage(answer, blocks)) {
        kind = Kind.BAD_IMAGE;
      }
    }
    return new PlatformFailure(kind, detail);
  }

  static PlatformFailure rateLimited(@Nullable String retryAfter) {
    return new PlatformFailure(Kind.RATE_LIMITED, "ratelimited", seconds(retryAfter));
  }

  private static Duration seconds(@Nullable String header) {
    if (header == null || !header.strip().matches("\\d{1,6}")) {
      return SlackLimits.RETRY_AFTER;
    }
    return Duration.ofSeconds(Long.parseLong(header.strip()));
  }

  /** Whether Slack complains of an image's address, and of nothing that would stay wrong. */
  private static boolean namesImage(JsonObject answer, JsonArray blocks) {
    for (String message : messages(answer).toList()) {
      Matcher pointer = POINTER.matcher(message);
      while (pointer.find()) {
        int index = pointer.group(1).length() > 3 ? -1 : Integer.parseInt(pointer.group(1));
        String rest = pointer.group(2);
        boolean known = index >= 0 && index < blocks.size();
        boolean image =
            known && Json.text(blocks.get(index).getAsJsonObject(), "type").equals("image");
        if (rest.endsWith("/image_url") || (image && rest.isEmpty())) {
          return true;
        }
      }
    }
    return false;
  }

  private static Stream<String> messages(JsonObject answer) {
    Stream<JsonElement> named =
        Json.list(Json.inner(answer, "response_metadata"), "messages").asList().stream();
    Stream<JsonElement> bare = Json.list(answer, "errors").asList().stream();
    return Stream.concat(named, bare)
        .filter(JsonElement::isJsonPrimitive)
        .map(JsonElement::getAsString);
  }

  /** Where in the blocks the trouble is; never Slack's sentences, which may quote what was sent. */
  private static String pointers(JsonObject answer) {
    return messages(answer)
        .map(POINTER::matcher)
        .filter(Matcher::find)
        .map(m -> " at /blocks/" + m.group(1) + m.group(2))
        .limit(3)
        .collect(Collectors.joining());
  }
}
