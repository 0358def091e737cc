package io.herald.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a database as a whole: its tables, one after the other, each with all its rows. A table
 * comes after those that it refers to.
 *
 * <p>A cell is null or of a kind that JSON has: a String (also for dates, times, instants as ISO
 * 8601, and bytes in base64), a Long, a Double or a Boolean.
 */
public interface Rows {
  /** A table begins. */
  void table(String name, List<String> columns);

  /** A row of the table that began last, a cell for each of its columns. */
  void row(List<@Nullable Object> cells);

  /** The id that the table that began last gives to its next row. */
  void next(String column, long id);
}
