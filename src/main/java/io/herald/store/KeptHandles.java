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
 * Jdbi's handles, with the SQL interfaces of features attached to them, that outlive a transaction:
 * for each one the pool lends another connection. Jdbi looks at every method of an interface when
 * it attaches it, and does so for each handle, which took a fifth of what a delivery costs.
 */
@SuppressWarnings("ThreadLocalUsage") // A process may have several databases open, each its own.
final class KeptHandles {
  private final DataSource pool;
  private final Jdbi jdbi;

  /** No more than there are connections, for whoever has one takes a handle. */
  private final Deque<Kept> free = new ConcurrentLinkedDeque<>();

  private final ThreadLocal<@Nullable Kept> taken = new ThreadLocal<>();
  private final ThreadLocal<@Nullable Connection> lent = new ThreadLocal<>();

  /**
   * @param configured makes Jdbi ready for what is attached
   */
  KeptHandles(DataSource pool, UnaryOperator<Jdbi> configured) {
    this.pool = pool;
    var whicheverIsLent =
        (Connection)
            Proxy.newProxyInstance(
                KeptHandles.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                this::callLent);
    this.jdbi = configured.apply(Jdbi.create(() -> whicheverIsLent));
  }

  /** A handle, and what is attached to it. Used by one thread at a time. */
  static final class Kept {
    private final Handle handle;
    private final Map<Class<?>, Object> attached = new HashMap<>();

    private Kept(Handle handle) {
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
  <T> T inTransaction(Function<Kept, T> work) {
    @Nullable Kept mine = taken.get();
    if (mine != null) {
      return work.apply(mine);
    }
    try (Connection connection = pool.getConnection()) {
      lent.set(connection);
      return withHandle(work);
    } catch (SQLException e) {
      throw new ConnectionException(e);
    } finally {
      lent.remove();
    }
  }

  private <T> T withHandle(Function<Kept, T> work) {
    @Nullable Kept last = free.poll();
    Kept kept = last == null ? new Kept(jdbi.open()) : last;
    taken.set(kept);
    try {
      T result = kept.handle.inTransaction(handle -> work.apply(kept));
      // One with which something went wrong is not kept.
      free.push(kept);
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
