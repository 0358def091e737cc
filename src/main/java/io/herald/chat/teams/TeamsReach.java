package io.herald.chat.teams;

import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ConversationResourceResponse;
import io.herald.chat.Courier.Sent;
import io.herald.chat.PlatformFailure;
import io.herald.chat.PlatformFailure.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reaches people and channels: by the reference that was noted, or by one that is made first. */
final class TeamsReach {
  private static final Logger LOG = LoggerFactory.getLogger(TeamsReach.class);

  /** What takes longer may take so long that Teams asked to be left alone meanwhile. */
  private static final Duration SOON = Duration.ofMillis(300);

  private final TeamsBook book;
  private final TeamsConnector connector;
  private final @Nullable TeamsApp app;
  private final @Nullable String usual;
  private final InstantSource clock;

  /**
   * @param app the registration; none in development
   * @param usual where to send before an activity has said where; none to wait for that
   */
  TeamsReach(
      TeamsBook book,
      TeamsConnector connector,
      @Nullable TeamsApp app,
      @Nullable String usual,
      InstantSource clock) {
    this.book = book;
    this.connector = connector;
    this.app = app;
    this.usual = usual;
    this.clock = clock;
  }

  /** Where the tenant is reached. */
  String service() {
    @Nullable String told = book.latest().map(Reference::serviceUrl).orElse(usual);
    if (told == null) {
      throw new PlatformFailure(Kind.UNAVAILABLE, "no activity has come from Teams yet");
    }
    return told;
  }

  /**
   * A channel by its id, or a person's chat with Herald by the person's.
   *
   * @throws PlatformFailure never of a kind that leaves it open whether something was sent:
   *     whatever went wrong, nothing was
   */
  Reference to(String idOfPersonOrChannel) {
    return find(idOfPersonOrChannel, false);
  }

  /**
   * As {@link #to}, for what is tried again: where a chat had to be made first and that took long,
   * it fails as unavailable, for Teams may have asked meanwhile to be left alone.
   */
  Reference toWithoutHaste(String idOfPersonOrChannel) {
    return find(idOfPersonOrChannel, true);
  }

  private Reference find(String idOfPersonOrChannel, boolean canWait) {
    try {
      return idOfPersonOrChannel.startsWith("29:")
          ? chat(idOfPersonOrChannel, canWait)
          : place(idOfPersonOrChannel);
    } catch (PlatformFailure failure) {
      throw failure;
    } catch (RuntimeException e) {
      throw new PlatformFailure(Kind.UNAVAILABLE, "it could not be asked where this goes: " + e);
    }
  }

  private Reference place(String conversation) {
    String base = Reference.base(conversation);
    return book.find(base)
        .orElseGet(
            () ->
                new Reference(
                    tenant(), base, kind(base), service(), bot(), null, null, null, null));
  }

  /** What a conversation is that no activity has come from yet, by the form of its id. */
  private static Reference.Kind kind(String conversation) {
    if (!conversation.startsWith("19:")) {
      return Reference.Kind.PERSONAL;
    }
    return conversation.endsWith("@thread.tacv2") || conversation.endsWith("@thread.skype")
        ? Reference.Kind.CHANNEL
        : Reference.Kind.GROUP;
  }

  private Reference chat(String person, boolean canWait) {
    @Nullable Reference known = book.personal(person).orElse(null);
    if (known != null) {
      if (known.endedAt() != null) {
        throw new PlatformFailure(Kind.GONE, "they took Herald away");
      }
      return known;
    }
    Instant begun = clock.instant();
    String service = service();
    ConversationResourceResponse made =
        connector.chat(service, TeamsMessages.chat(bot(), person, tenant()));
    String id = made.getId();
    if (id == null || id.isEmpty()) {
      throw new PlatformFailure(Kind.UNAVAILABLE, "a chat without an id");
    }
    var reference =
        new Reference(
            tenant(), id, Reference.Kind.PERSONAL, service, bot(), person, null, null, null);
    book.note(reference);
    if (canWait && Duration.between(begun, clock.instant()).compareTo(SOON) > 0) {
      throw new PlatformFailure(
          Kind.UNAVAILABLE, "the chat took long to open; what goes there waits");
    }
    return reference;
  }

  Sent send(Reference there, String conversation, Activity message) {
    try {
      return new Sent(conversation, connector.send(there.serviceUrl(), conversation, message));
    } catch (PlatformFailure failure) {
      // Whoever took Herald away, or blocked it, is not written to until they are heard of again.
      if (failure.kind() == Kind.GONE) {
        end(there);
      }
      throw failure;
    }
  }

  /** What came of the call must not get lost because the database is away just now. */
  private void end(Reference there) {
    try {
      book.end(there.tenant(), there.conversation());
    } catch (RuntimeException e) {
      LOG.warn("It could not be noted that a conversation has ended: {}", e.getMessage());
    }
  }

  /** Begins a thread in a channel. */
  Sent begin(Reference there, Activity message) {
    ConversationResourceResponse made =
        connector.thread(
            there.serviceUrl(),
            TeamsMessages.thread(bot(there), there.conversation(), there.tenant(), message));
    String id = made.getActivityId();
    if (id == null || id.isEmpty()) {
      throw new PlatformFailure(Kind.AMBIGUOUS, "the answer names no message");
    }
    return new Sent(there.conversation(), id);
  }

  void update(Sent where, Activity message) {
    Reference there = place(where.channel());
    boolean thread =
        there.kind() == Reference.Kind.CHANNEL && where.channel().equals(there.conversation());
    String conversation =
        thread ? Reference.thread(where.channel(), where.message()) : where.channel();
    connector.update(there.serviceUrl(), conversation, where.message(), message);
  }

  private String tenant() {
    return book.tenant()
        .orElseThrow(
            () -> new PlatformFailure(Kind.UNAVAILABLE, "no activity has come from Teams yet"));
  }

  private String bot(Reference there) {
    return there.bot().isEmpty() ? bot() : there.bot();
  }

  private String bot() {
    return app != null ? app.bot() : book.latest().map(Reference::bot).orElse("");
  }
}
