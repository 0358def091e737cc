package io.herald.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A table as it stands in the database.
 *
 * @param identity the column whose number the database gives, if there is one
 * @param parents the tables that must have their rows first
 * @param ownParents the columns that lead to rows of this table itself
 */
record Table(
    String name,
    Map<String, Cell> columns,
    Optional<String> identity,
    Set<String> parents,
    Set<String> ownParents) {
  /** Flyway's; it follows from the migrations. */
  static final String HISTORY = "flyway_schema_history";

  /** All tables but Flyway's, each after those that it refers to. */
  static List<Table> all(Connection connection) throws SQLException {
    var waiting = new LinkedHashMap<String, Table>();
    for (String name : names(connection)) {
      if (!name.equals(HISTORY)) {
        waiting.put(name, read(connection, name));
      }
    }
    var ordered = new ArrayList<Table>();
    while (!waiting.isEmpty()) {
      List<Table> ready =
          waiting.values().stream()
              .filter(t -> t.parents().stream().noneMatch(waiting::containsKey))
              .toList();
      if (ready.isEmpty()) {
        throw new IllegalStateException("Tables refer to each other in a circle: " + waiting);
      }
      ordered.addAll(ready);
      ready.forEach(table -> waiting.remove(table.name()));
    }
    return ordered;
  }

  static List<String> names(Connection connection) throws SQLException {
    return strings(
        connection.prepareStatement(
            """
            SELECT table_name FROM information_schema.tables
            WHERE table_schema = CURRENT_SCHEMA AND table_type = 'BASE TABLE'
            ORDER BY table_name
            """));
  }

  private static Table read(Connection connection, String name) throws SQLException {
    var columns = new LinkedHashMap<String, Cell>();
    Optional<String> identity = Optional.empty();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT column_name, data_type, is_identity FROM information_schema.columns
            WHERE table_schema = CURRENT_SCHEMA AND table_name = ? ORDER BY ordinal_position
            """)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          columns.put(rows.getString(1), Cell.of(rows.getString(2)));
          if (rows.getString(3).equals("YES")) {
            identity = Optional.of(rows.getString(1));
          }
        }
      }
    }
    var parents = new LinkedHashSet<String>();
    var ownParents = new LinkedHashSet<String>();
    try (ResultSet keys =
        connection.getMetaData().getImportedKeys(null, connection.getSchema(), name)) {
      while (keys.next()) {
        String parent = keys.getString("PKTABLE_NAME");
        if (parent.equals(name)) {
          ownParents.add(keys.getString("FKCOLUMN_NAME"));
        } else {
          parents.add(parent);
        }
      }
    }
    return new Table(name, columns, identity, parents, ownParents);
  }

  private static List<String> strings(PreparedStatement statement) throws SQLException {
    var strings = new ArrayList<String>();
    try (statement;
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        strings.add(rows.getString(1));
      }
    }
    return strings;
  }
}
