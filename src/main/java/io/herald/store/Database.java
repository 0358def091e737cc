package io.herald.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/** The database: opened, brought to the newest schema, and entered by transactions only. */
public final class Database implements AutoCloseable {
  /** Whoever lost as often as this has a rival that does not give way. */
  private static final int TRIES = 5;

  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final KeptHandles handles;
  private final Dialect dialect;

  /** Nobody reads the whole while its files are made anew. */
  private final ReadWriteLock whole = new ReentrantReadWriteLock();

  private final List<Runnable> onChange = new CopyOnWriteArrayList<>();

  private Database(HikariDataSource pool, Dialect dialect) {
    this.pool = pool;
    this.dialect = dialect;
    this.jdbi = Jdbi.create(pool);
    this.handles =
        new KeptHandles(
            pool,
            tables ->
                tables
                    .installPlugin(new SqlObjectPlugin())
                    .registerRowMapper(RecordMapper.forRecords()));
  }

  /**
   * Opens a database and migrates it.
   *
   * @param url a JDBC address of H2 (as {@link H2#file} makes it) or PostgreSQL
   * @throws RuntimeException when it cannot be reached, is locked by another process, or holds a
   *     schema that this version does not know
   */
  public static Database open(String url) {
    Dialect dialect = Dialect.of(url);
    var config = new HikariConfig();
    config.setJdbcUrl(dialect.hardened(url));
    config.setMaximumPoolSize(dialect.poolSize());
    config.setMinimumIdle(1);
    config.setConnectionTimeout(10_000);
    // Once for each connection: asked for with each transaction it costs round trips, and hides the
    // failure of a connection that broke.
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.setAllowPoolSuspension(true);
    config.setPoolName("herald");
    var pool = new HikariDataSource(config);
    try {
      Migrations.of(pool).all();
      var database = new Database(pool, dialect);
      database.dialect.opened(database.jdbi);
      return database;
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  /**
   * Does a piece of work in one transaction and returns what it came to. Where another transaction
   * and this one stand in each other's way, the database ends one of them, and its work is done
   * anew: whatever it changes outside the database must bear that.
   */
  public <T> T inTransaction(Function<Tx, T> work) {
    for (int tries = 1; ; tries++) {
      try {
        return once(work);
      } catch (JdbiException failure) {
        if (tries == TRIES || !Rivals.areBehind(failure)) {
          throw failure;
        }
      }
    }
  }

  private <T> T once(Function<Tx, T> work) {
    Tx[] held = new Tx[1];
    T result =
        handles.inTransaction(
            handle -> {
              held[0] = new Tx(handle, this::tellChange);
              T value = work.apply(held[0]);
              held[0].ends();
              return value;
            });
    held[0].committed();
    return result;
  }

  /** As {@link #inTransaction}, for work that returns nothing. */
  public void run(Consumer<Tx> work) {
    inTransaction(
        tx -> {
          work.accept(tx);
          return tx;
        });
  }

  /** Who is told when this node makes a change that memories must not outlive; must not throw. */
  public void onChange(Runnable forget) {
    onChange.add(forget);
  }

  private void tellChange() {
    onChange.forEach(Runnable::run);
  }

  /** Whether the database answers; for health. */
  public boolean answers() {
    try (Handle handle = jdbi.open()) {
      return handle.select("SELECT 1").mapTo(Integer.class).one() == 1;
    }
  }

  /**
   * Whether a piece of work failed because the database was not there, so that the same may succeed
   * later. By then the database may be there again: only the failure tells.
   */
  public static boolean wasAway(RuntimeException failure) {
    return Away.isBehind(failure);
  }

  /** Whether this process is surely the only one in the database: H2 lets no second one in. */
  public boolean isOurs() {
    return dialect.letsOneIn();
  }

  /**
   * Forces what was committed to the disk itself, where a commit alone does not (H2), and makes
   * room in the file for what is written next; to be called each second.
   */
  public void syncToDisk() {
    try {
      dialect.syncToDisk(jdbi);
    } catch (SQLException e) {
      throw new IllegalStateException("What was committed could not be forced to the disk", e);
    }
  }

  /** The version of the schema: that of the newest migration. */
  public String schemaVersion() {
    return Migrations.of(pool).version();
  }

  /** Reads every row as of one moment, while others go on. */
  public void readWhole(Rows rows) {
    whole.readLock().lock();
    try {
      WholeDatabase.read(pool.getJdbcUrl(), dialect, rows);
    } finally {
      whole.readLock().unlock();
    }
  }

  /**
   * Takes what was deleted out of the files of the database. With H2 everybody waits meanwhile,
   * about a second for each hundred megabytes.
   */
  public void compact() {
    whole.writeLock().lock();
    try {
      dialect.compact(pool, jdbi);
    } finally {
      whole.writeLock().unlock();
    }
  }

  @Override
  public void close() {
    if (!pool.isClosed()) {
      pool.close();
      dialect.closed(pool.getJdbcUrl());
    }
  }
}
