package io.herald.testkit;

import io.herald.store.Database;
import io.herald.store.Rows;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All rows of all tables of a database, as a text that is the same for the same rows. */
public final class Everything implements Rows {
  private final TreeMap<String, Set<String>> tables = new TreeMap<>();
  private Set<String> rows = new TreeSet<>();
  private List<String> columns = List.of();

  private Everything() {}

  public static String in(Database database) {
    var everything = new Everything();
    database.readWhole(everything);
    return everything.tables.toString();
  }

  @Override
  public void table(String name, List<String> columns) {
    this.columns = columns;
    rows = new TreeSet<>();
    tables.put(name, rows);
  }

  @Override
  public void row(List<@Nullable Object> cells) {
    var row = new TreeMap<String, String>();
    for (int i = 0; i < cells.size(); i++) {
      row.put(columns.get(i), String.valueOf(cells.get(i)));
    }
    rows.add(row.toString());
  }

  @Override
  public void next(String column, long id) {}
}
