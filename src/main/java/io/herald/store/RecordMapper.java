package io.herald.store;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMappers;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Makes a record of a row: the component {@code shareFrom} of the column {@code share_from}.
 * Columns that the record has no component for are passed over; a component without a column is a
 * fault. Unlike Jdbi's own mapper it looks at a record once, and not again with each result, which
 * took a fifth of what a delivery costs.
 */
final class RecordMapper implements RowMapper<Object> {
  private final Class<?> type;
  private final Constructor<?> constructor;
  private final List<String> components;
  private final List<ColumnMapper<?>> cells;
  private final Map<List<String>, int[]> places = new ConcurrentHashMap<>();

  private RecordMapper(Class<?> type, ConfigRegistry config) {
    RecordComponent[] all = type.getRecordComponents();
    this.type = type;
    this.constructor = constructor(type, all);
    this.components = Arrays.stream(all).map(each -> folded(each.getName())).toList();
    this.cells = Arrays.stream(all).<ColumnMapper<?>>map(each -> cell(each, config)).toList();
  }

  /** Makes mappers for records of all kinds, one for each. */
  static RowMapperFactory forRecords() {
    Map<Class<?>, RecordMapper> known = new ConcurrentHashMap<>();
    return (Type type, ConfigRegistry config) ->
        type instanceof Class<?> wanted && wanted.isRecord()
            ? Optional.of(known.computeIfAbsent(wanted, each -> new RecordMapper(each, config)))
            : Optional.empty();
  }

  private static Constructor<?> constructor(Class<?> type, RecordComponent[] components) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> canonical = type.getDeclaredConstructor(types);
      canonical.setAccessible(true);
      return canonical;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(type + " cannot be made of a row", e);
    }
  }

  private static ColumnMapper<?> cell(RecordComponent component, ConfigRegistry config) {
    return config
        .get(ColumnMappers.class)
        .findFor(component.getGenericType())
        .orElseThrow(() -> new IllegalStateException("Nothing reads a column as " + component));
  }

  @Override
  public RowMapper<Object> specialize(ResultSet rows, StatementContext context)
      throws SQLException {
    int[] columns = places.computeIfAbsent(labels(rows.getMetaData()), this::places);
    return (row, same) -> map(row, same, columns);
  }

  @Override
  public Object map(ResultSet row, StatementContext context) throws SQLException {
    return specialize(row, context).map(row, context);
  }

  private Object map(ResultSet row, StatementContext context, int[] columns) throws SQLException {
    var values = new Object[columns.length];
    for (int i = 0; i < columns.length; i++) {
      values[i] = cells.get(i).map(row, columns[i], context);
    }
    try {
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " could not be made of a row", e);
    }
  }

  private static List<String> labels(ResultSetMetaData columns) throws SQLException {
    var labels = new ArrayList<String>(columns.getColumnCount());
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      labels.add(columns.getColumnLabel(i));
    }
    return labels;
  }

  /** Which column is which component's. */
  private int[] places(List<String> labels) {
    List<String> names = labels.stream().map(RecordMapper::folded).toList();
    return components.stream()
        .mapToInt(
            component -> {
              int place = names.indexOf(component);
              if (place < 0) {
                throw new IllegalStateException(
                    type + " has no column for " + component + " in " + labels);
              }
              return place + 1;
            })
        .toArray();
  }

  private static String folded(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }
}
