package io.herald.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Response URLs: an answer to what a person did, five times within half an hour. */
final class Hooks {
  private static final int USES = 5;
  private static final Duration LIFE = Duration.ofMinutes(30);

  private final Map<String, Hook> hooks = new HashMap<>();
  private final Workspace workspace;
  private final Predicate<String> fetchable;

  /** What a hook answers: who acted, where, and on which message if it was one. */
  private record Hook(
      String user, String channel, @Nullable Message message, Instant minted, int used) {}

  Hooks(Workspace workspace, Predicate<String> fetchable) {
    this.workspace = workspace;
    this.fetchable = fetchable;
  }

  /** The path of a new hook. */
  synchronized String mint(String user, String channel, @Nullable Message message) {
    String id = workspace.ids.next("", 24);
    hooks.put(id, new Hook(user, channel, message, workspace.clock.instant(), 0));
    return "/hook/" + workspace.installation.team() + "/" + id;
  }

  /** Carries an answer out; the error if the hook is spent or the answer no message. */
  synchronized void use(String path, Args args) {
    String id = path.substring(path.lastIndexOf('/') + 1);
    Hook hook = hooks.get(id);
    if (hook == null) {
      throw new SlackError("no_service");
    }
    boolean late = workspace.clock.instant().isAfter(hook.minted().plus(LIFE));
    if (late || hook.used() >= USES) {
      throw new SlackError("used_url");
    }
    Message target = hook.message();
    if (args.flag("delete_original") && target != null) {
      remove(hook.user(), target);
    } else if (args.flag("replace_original") && target != null) {
      replace(hook.user(), target, Content.of(args, fetchable));
    } else {
      say(hook.user(), hook.channel(), args);
    }
    hooks.put(id, new Hook(hook.user(), hook.channel(), target, hook.minted(), hook.used() + 1));
  }

  private void remove(String user, Message target) {
    if (target.ephemeral()) {
      workspace.removeEphemeral(user, target.ts());
    } else {
      workspace.removeMessage(target.channel(), target.ts());
    }
  }

  private void replace(String user, Message target, Content content) {
    Optional<Message> now =
        target.ephemeral()
            ? workspace.ephemerals(user).stream()
                .filter(each -> each.ts().equals(target.ts()))
                .findFirst()
            : workspace.message(target.channel(), target.ts());
    ObjectNode message =
        Json.copy(now.orElseThrow(() -> new SlackError("message_not_found")).json());
    // Unlike chat.update, an answer replaces the message as a whole.
    message.remove("blocks");
    content.into(message, workspace.ids);
    if (target.ephemeral()) {
      workspace.putEphemeral(user, message);
    } else {
      message
          .putObject("edited")
          .put("user", workspace.installation.botUser())
          .put("ts", workspace.nextTs());
      workspace.put(target.channel(), message);
    }
  }

  /** Says something where the person acted: to them alone, or to all if the answer says so. */
  Message say(String user, String channel, Args args) {
    Content content = Content.of(args, fetchable);
    ObjectNode message = ChatMethods.botMessage(workspace);
    if (args.has("thread_ts")) {
      message.put("thread_ts", args.text("thread_ts"));
    }
    content.into(message, workspace.ids);
    if (args.text("response_type").equals("in_channel")) {
      workspace.put(channel, message);
    } else {
      message.put("is_ephemeral", true).put("channel", channel).put("for", user);
      workspace.putEphemeral(user, message);
    }
    return new Message(channel, message);
  }
}
