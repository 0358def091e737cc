package io.herald.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes rows into a database whose tables are there, in place of what migrations put there. */
final class Loading implements Rows, AutoCloseable {
  private static final int BATCH = 1_000;

  private final Connection connection;
  private final Map<String, Table> tables = new HashMap<>();
  private final List<Runnable> afterwards = new ArrayList<>();
  private @Nullable Filling filling;

  Loading(Connection connection) throws SQLException {
    this.connection = connection;
    List<Table> all = new ArrayList<>(Table.all(connection));
    Collections.reverse(all);
    for (Table table : all) {
      tables.put(table.name(), table);
      execute("DELETE FROM " + WholeDatabase.quoted(table.name()));
    }
  }

  @Override
  public void table(String name, List<String> columns) {
    finish();
    Table table = tables.get(name);
    if (table == null) {
      throw new IllegalStateException("This version knows no table " + name);
    }
    try {
      filling = new Filling(table, columns);
    } catch (SQLException e) {
      throw new IllegalStateException("The table " + name + " cannot be filled", e);
    }
  }

  @Override
  public void row(List<@Nullable Object> cells) {
    try {
      begun().add(cells);
    } catch (SQLException e) {
      throw new IllegalStateException("A row of " + begun().table.name() + " is not taken", e);
    }
  }

  @Override
  public void next(String column, long id) {
    String alter =
        "ALTER TABLE "
            + WholeDatabase.quoted(begun().table.name())
            + " ALTER COLUMN "
            + WholeDatabase.quoted(column)
            + " RESTART WITH "
            + id;
    // H2 commits when a table is altered, so it waits until all rows are there.
    afterwards.add(
        () -> {
          try {
            execute(alter);
          } catch (SQLException e) {
            throw new IllegalStateException("The ids cannot be counted on", e);
          }
        });
  }

  private Filling begun() {
    if (filling == null) {
      throw new IllegalStateException("No table has begun");
    }
    return filling;
  }

  private void finish() {
    if (filling != null) {
      try {
        filling.finish();
      } catch (SQLException e) {
        throw new IllegalStateException("Rows of " + filling.table.name() + " are not taken", e);
      }
      filling = null;
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Everything was told. */
  @Override
  public void close() {
    finish();
    afterwards.forEach(Runnable::run);
  }

  /** A row that leads to another one of its table. */
  private record Reference(String column, Number parent, Number id) {}

  /** One table that is being filled. */
  private final class Filling {
    private final Table table;
    private final List<String> columns;
    private final PreparedStatement insert;
    private final List<Reference> references = new ArrayList<>();
    private int waiting;

    Filling(Table table, List<String> columns) throws SQLException {
      this.table = table;
      this.columns = columns;
      this.insert =
          connection.prepareStatement(
              "INSERT INTO "
                  + WholeDatabase.quoted(table.name())
                  + " ("
                  + String.join(", ", WholeDatabase.quoted(columns))
                  + ") VALUES ("
                  + String.join(", ", Collections.nCopies(columns.size(), "?"))
                  + ")");
    }

    /** A reference to a row of the same table waits until all of them are there. */
    void add(List<@Nullable Object> cells) throws SQLException {
      for (int i = 0; i < columns.size(); i++) {
        Object cell = cells.get(i);
        if (cell == null) {
          insert.setObject(i + 1, null);
        } else if (table.ownParents().contains(columns.get(i))) {
          insert.setObject(i + 1, null);
          wait(columns.get(i), cell, cells.get(columns.indexOf(table.identity().orElseThrow())));
        } else {
          cell(columns.get(i)).write(insert, i + 1, cell);
        }
      }
      insert.addBatch();
      if (++waiting == BATCH) {
        insert.executeBatch();
        waiting = 0;
      }
    }

    private void wait(String column, Object parent, @Nullable Object id) {
      references.add(new Reference(column, (Number) parent, (Number) Objects.requireNonNull(id)));
    }

    private Cell cell(String column) {
      Cell cell = table.columns().get(column);
      if (cell == null) {
        throw new IllegalStateException("This version knows no " + table.name() + "." + column);
      }
      return cell;
    }

    void finish() throws SQLException {
      insert.executeBatch();
      insert.close();
      for (Reference reference : references) {
        execute(
            "UPDATE "
                + WholeDatabase.quoted(table.name())
                + " SET "
                + WholeDatabase.quoted(reference.column())
                + " = "
                + reference.parent().longValue()
                + " WHERE "
                + WholeDatabase.quoted(table.identity().orElseThrow())
                + " = "
                + reference.id().longValue());
      }
    }
  }
}
