package io.herald.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Handles, with the SQL interfaces of features attached to them, that outlive a transaction: for
 * each one the pool lends another connection. Jdbi looks at every method of an interface when it
 * attaches it, and does so for each handle, which took a fifth of what a delivery costs.
 */
@SuppressWarnings("ThreadLocalUsage") // A process may have several databases open, each its own.
final class Desks {
  private final DataSource pool;
  private final Jdbi jdbi;

  /** No more than there are connections, for whoever has one takes a desk. */
  private final Deque<Desk> free = new ConcurrentLinkedDeque<>();

  private final ThreadLocal<@Nullable Desk> taken = new ThreadLocal<>();
  private final ThreadLocal<@Nullable Connection> lent = new ThreadLocal<>();

  /**
   * @param configured makes Jdbi ready for what is attached
   */
  Desks(DataSource pool, UnaryOperator<Jdbi> configured) {
    this.pool = pool;
    var whicheverIsLent =
        (Connection)
            Proxy.newProxyInstance(
                Desks.class.getClassLoader(), new Class<?>[] {Connection.class}, this::callLent);
    this.jdbi = configured.apply(Jdbi.create(() -> whicheverIsLent));
  }

  /** A handle, and what is attached to it. Used by one thread at a time. */
  static final class Desk {
    private final Handle handle;
    private final Map<Class<?>, Object> attached = new HashMap<>();

    private Desk(Handle handle) {
      this.handle = handle;
    }

    /** A feature's SQL interface. */
    <T> T sql(Class<T> type) {
      return type.cast(attached.computeIfAbsent(type, handle::attach));
    }
  }

  /**
   * Does a piece of work in one transaction; within another one of the same thread it is part of
   * that.
   */
  <T> T inTransaction(Function<Desk, T> work) {
    @Nullable Desk mine = taken.get();
    if (mine != null) {
      return work.apply(mine);
    }
    try (Connection connection = pool.getConnection()) {
      lent.set(connection);
      return atADesk(work);
    } catch (SQLException e) {
      throw new ConnectionException(e);
    } finally {
      lent.remove();
    }
  }

  private <T> T atADesk(Function<Desk, T> work) {
    @Nullable Desk last = free.poll();
    Desk desk = last == null ? new Desk(jdbi.open()) : last;
    taken.set(desk);
    try {
      T result = desk.handle.inTransaction(handle -> work.apply(desk));
      // One at which something went wrong is not taken again.
      free.push(desk);
      return result;
    } finally {
      taken.remove();
    }
  }

  private @Nullable Object callLent(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    @Nullable Connection connection = lent.get();
    if (connection == null) {
      throw new SQLException("No connection is lent outside a transaction");
    }
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
