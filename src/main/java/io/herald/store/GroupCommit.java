package io.herald.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Small pieces of work, of which those that wait are committed together, because a commit costs as
 * much as many rows. Whoever finds nobody at it does what waits, for all; everybody goes on when
 * theirs is durable. Nobody fails for another's reason: where a piece fails, each is done alone.
 */
public final class GroupCommit {
  private final Database database;
  private final int atOnce;
  private final Duration gathering;
  private final Deque<Piece<?>> waiting = new ArrayDeque<>();
  private boolean busy;

  /**
   * @param atOnce how many pieces are committed together at most; whoever is in a group waits for
   *     all that is in it
   */
  public GroupCommit(Database database, int atOnce) {
    this(database, atOnce, Duration.ZERO);
  }

  /**
   * @param gathering how long the first piece of a group waits for others at most: for work that
   *     comes one after the other and that nobody waits for
   */
  public GroupCommit(Database database, int atOnce, Duration gathering) {
    this.database = database;
    this.atOnce = atOnce;
    this.gathering = gathering;
  }

  /**
   * Does a piece of work in a transaction and returns what it came to, as {@link
   * Database#inTransaction} does.
   *
   * @param work may be done twice, of which the first time is undone; so it must have no effect but
   *     in the database and {@link Tx#afterCommit}
   */
  public <T> T inTransaction(Function<Tx, T> work) {
    return inTransaction(tx -> {}, work);
  }

  /**
   * As {@link #inTransaction(Function)}.
   *
   * @param ahead says what the work {@link Tx#dealsWith}, before any of the group is done
   */
  public <T> T inTransaction(Consumer<Tx> ahead, Function<Tx, T> work) {
    var piece = new Piece<>(ahead, work);
    put(piece);
    List<Piece<?>> mine = next(piece);
    while (!mine.isEmpty()) {
      try {
        commit(mine);
      } finally {
        over(mine);
      }
      mine = next(piece);
    }
    return piece.result();
  }

  /** As {@link #inTransaction(Consumer, Function)}, for work that returns nothing. */
  public void run(Consumer<Tx> ahead, Consumer<Tx> work) {
    inTransaction(
        ahead,
        tx -> {
          work.accept(tx);
          return tx;
        });
  }

  /** How many pieces nobody has begun to do. */
  synchronized int waiting() {
    return waiting.size();
  }

  private synchronized void put(Piece<?> piece) {
    waiting.add(piece);
    if (waiting.size() == atOnce) {
      notifyAll();
    }
  }

  /** What is to be done now, by whoever waits for a piece; nothing once that one is over. */
  private synchronized List<Piece<?>> next(Piece<?> awaited) {
    boolean interrupted = false;
    while (busy && !awaited.over) {
      interrupted |= waitFor(0);
    }
    var some = new ArrayList<Piece<?>>();
    if (!awaited.over) {
      busy = true;
      if (!gathering.isZero() && waiting.size() < atOnce) {
        interrupted |= waitFor(gathering.toMillis());
      }
      while (!waiting.isEmpty() && some.size() < atOnce) {
        some.add(waiting.remove());
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return some;
  }

  /** Says whether this thread was interrupted: what came of its work must be known all the same. */
  @SuppressWarnings("WaitNotInLoop") // The caller's loop, or a group that is only smaller.
  private synchronized boolean waitFor(long millis) {
    try {
      wait(millis);
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }

  private synchronized void over(List<Piece<?>> done) {
    busy = false;
    done.forEach(piece -> piece.over = true);
    notifyAll();
  }

  private void commit(List<Piece<?>> pieces) {
    if (pieces.size() > 1) {
      try {
        database.run(
            tx -> {
              tx.takesMany();
              pieces.forEach(piece -> piece.ahead.accept(tx));
              pieces.forEach(piece -> piece.doIn(tx));
            });
        pieces.forEach(Piece::succeeded);
        return;
      } catch (RuntimeException e) {
        if (Database.wasAway(e)) {
          pieces.forEach(piece -> piece.failed(e));
          return;
        }
      }
    }
    pieces.forEach(this::alone);
  }

  private void alone(Piece<?> piece) {
    try {
      database.run(piece::doIn);
      piece.succeeded();
    } catch (RuntimeException e) {
      piece.failed(e);
    }
  }

  /** What somebody waits for; its fields are handed on under the lock of the group. */
  private static final class Piece<T> {
    private final Consumer<Tx> ahead;
    private final Function<Tx, T> work;
    private @Nullable T value;
    private @Nullable RuntimeException failure =
        new IllegalStateException("The transaction that it was part of broke off");
    private boolean over;

    Piece(Consumer<Tx> ahead, Function<Tx, T> work) {
      this.ahead = ahead;
      this.work = work;
    }

    void doIn(Tx tx) {
      value = work.apply(tx);
    }

    void succeeded() {
      failure = null;
    }

    void failed(RuntimeException why) {
      failure = why;
    }

    @SuppressWarnings("NullAway") // Null is what the work came to, where it is.
    T result() {
      if (failure != null) {
        throw failure;
      }
      return value;
    }
  }
}
