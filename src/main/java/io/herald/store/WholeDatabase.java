package io.herald.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Copies a database as a whole, from either kind into either kind: what every row says, and nothing
 * of how it lay on the disk, so that what was deleted is not in a copy.
 */
public final class WholeDatabase {
  private static final int FETCH = 1_000;

  private WholeDatabase() {}

  /**
   * Reads every row as of one moment. Others go on reading and writing meanwhile.
   *
   * @param url of a database that is open
   */
  static void read(String url, Dialect dialect, Rows rows) {
    try (Connection connection = DriverManager.getConnection(url)) {
      dialect.holdStill(connection);
      for (Table table : Table.all(connection)) {
        read(connection, table, rows);
        if (table.identity().isPresent()) {
          String column = table.identity().get();
          rows.next(column, dialect.nextId(connection, table.name(), column));
        }
      }
      connection.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException("The database could not be read", e);
    }
  }

  private static void read(Connection connection, Table table, Rows rows) throws SQLException {
    List<Map.Entry<String, Cell>> columns = List.copyOf(table.columns().entrySet());
    List<String> names = columns.stream().map(Map.Entry::getKey).toList();
    rows.table(table.name(), names);
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(FETCH);
      String all = "SELECT " + String.join(", ", quoted(names)) + " FROM " + quoted(table.name());
      try (ResultSet found = statement.executeQuery(all)) {
        while (found.next()) {
          var cells = new ArrayList<@Nullable Object>(columns.size());
          for (int i = 0; i < columns.size(); i++) {
            cells.add(columns.get(i).getValue().read(found, i + 1));
          }
          rows.row(cells);
        }
      }
    }
  }

  /**
   * Fills a new database, in one transaction.
   *
   * @param url of a database in which nothing is, or what may be dropped: for PostgreSQL all tables
   *     of the schema are, where they are Herald's
   * @param version of the schema that the rows were read from
   * @param source tells all rows
   */
  public static void load(String url, String version, Consumer<Rows> source) {
    Dialect dialect = Dialect.of(url);
    String hardened = dialect.hardened(url);
    try (Connection connection = DriverManager.getConnection(hardened)) {
      drop(connection);
      Migrations.of(hardened).upTo(version);
      connection.setAutoCommit(false);
      try (var loading = new Loading(connection)) {
        source.accept(loading);
      }
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException("The database could not be filled", e);
    }
  }

  /** Whether a Herald on any machine works on a database of a server; of a file, see the probe. */
  public static boolean inUse(String url) {
    Dialect dialect = Dialect.of(url);
    if (dialect.letsOneIn()) {
      return false;
    }
    try (Connection connection = DriverManager.getConnection(url)) {
      // A server takes a moment to see that one who has just ended is gone.
      for (int tries = 0; dialect.inUse(connection); tries++) {
        if (tries == 20) {
          return true;
        }
        Thread.sleep(100);
      }
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    } catch (SQLException e) {
      throw new IllegalStateException("The database cannot be asked", e);
    }
  }

  /** The schema is Herald's alone where Herald's migrations stand in it. */
  private static void drop(Connection connection) throws SQLException {
    List<String> names = Table.names(connection);
    if (!names.isEmpty() && !names.contains(Table.HISTORY)) {
      throw new IllegalStateException(
          "The database holds tables that are not Herald's: " + String.join(", ", names));
    }
    try (Statement statement = connection.createStatement()) {
      for (String name : names) {
        statement.execute("DROP TABLE " + quoted(name) + " CASCADE");
      }
    }
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static List<String> quoted(List<String> names) {
    return names.stream().map(WholeDatabase::quoted).toList();
  }
}
