package io.herald.chat;

import io.herald.members.Account;
import io.herald.members.AccountFacts;
import io.herald.members.Platform;
import io.herald.outbox.Call;
import io.herald.outbox.Pacer;
import io.herald.store.Database;
import io.herald.words.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A courier that calls no faster than its platform wants. Each call takes a permit first, but
 * sending and drawing anew, whose permit belongs to the transaction in which they are begun; each
 * refusal is told to the pacer, and a token that is not taken halts the workspace. What cannot be
 * called now fails as rate limited, without a call.
 */
final class PacedCourier implements Courier {
  private static final Logger LOG = LoggerFactory.getLogger(PacedCourier.class);

  private final Courier courier;
  private final Workspaces workspaces;
  private final Pacer pacer;
  private final Database database;
  private final InstantSource clock;
  private volatile boolean halted = true;

  PacedCourier(
      Courier courier, Workspaces workspaces, Pacer pacer, Database database, InstantSource clock) {
    this.courier = courier;
    this.workspaces = workspaces;
    this.pacer = pacer;
    this.database = database;
    this.clock = clock;
  }

  private <T> T permitted(Call call, Supplier<T> doing) {
    long here = here();
    Duration wait = database.inTransaction(tx -> pacer.takeOne(tx, here, call));
    if (!wait.isZero()) {
      throw new PlatformFailure(PlatformFailure.Kind.RATE_LIMITED, call + " has to wait", wait);
    }
    return watched(call, doing);
  }

  private <T> T watched(Call call, Supplier<T> doing) {
    Instant begun = clock.instant();
    try {
      T done = doing.get();
      if (halted) {
        tell(
            () -> {
              pacer.goesOn(here());
              halted = false;
            });
      }
      return done;
    } catch (PlatformFailure failure) {
      if (failure.kind() == PlatformFailure.Kind.RATE_LIMITED) {
        tell(() -> pacer.refused(here(), call, Retries.waitOf(failure), begun));
      } else if (failure.kind() == PlatformFailure.Kind.UNAUTHORISED) {
        halted = true;
        String why = String.valueOf(failure.getMessage());
        tell(() -> pacer.halt(here(), Retries.UNAUTHORISED, why));
      }
      throw failure;
    }
  }

  /** What came of the call must not get lost because the database is away just now. */
  private void tell(Runnable news) {
    try {
      news.run();
    } catch (RuntimeException e) {
      LOG.warn("The pacer could not be told how a call ended: {}", e.getMessage());
    }
  }

  private long here() {
    return workspaces.of(courier.platform(), courier.workspace());
  }

  @Override
  public Platform platform() {
    return courier.platform();
  }

  @Override
  public String workspace() {
    return courier.workspace();
  }

  @Override
  public Sent send(String to, @Nullable String thread, Card card, long delivery) {
    return watched(Call.SEND, () -> courier.send(to, thread, card, delivery));
  }

  @Override
  public void update(Sent where, Card card) {
    watched(
        Call.UPDATE,
        () -> {
          courier.update(where, card);
          return where;
        });
  }

  @Override
  public void whisper(String channel, String user, Text text) {
    permitted(
        channel.equals(user) ? Call.SEND : Call.WHISPER,
        () -> {
          courier.whisper(channel, user, text);
          return user;
        });
  }

  @Override
  public void answer(String address, Reply reply) {
    courier.answer(address, reply);
  }

  @Override
  public void publishHome(String user, Card home) {
    permitted(
        Call.HOME,
        () -> {
          courier.publishHome(user, home);
          return user;
        });
  }

  @Override
  public AccountFacts lookUp(String user) {
    return permitted(Call.PERSON, () -> courier.lookUp(user));
  }

  @Override
  public Optional<Account> findPerson(String addressOrId) {
    return permitted(Call.ADDRESS, () -> courier.findPerson(addressOrId));
  }

  @Override
  public List<String> groupMembers(String group) {
    return permitted(Call.GROUP, () -> courier.groupMembers(group));
  }

  @Override
  public List<Group> groups() {
    return permitted(Call.GROUP, courier::groups);
  }

  @Override
  public List<ChannelFacts> channels() {
    return permitted(Call.CHANNEL, courier::channels);
  }

  @Override
  public Optional<ChannelFacts> channel(String idOrName) {
    return permitted(Call.CHANNEL, () -> courier.channel(idOrName));
  }

  @Override
  public Optional<String> conversation(String user) {
    return permitted(Call.CONVERSATION, () -> courier.conversation(user));
  }

  @Override
  public Optional<Sent> find(String channel, long delivery, Instant since) {
    return permitted(Call.HISTORY, () -> courier.find(channel, delivery, since));
  }
}
