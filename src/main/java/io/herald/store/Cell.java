package io.herald.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What stands in a column, and how it is written outside a database: see {@link Rows}. */
enum Cell {
  TEXT {
    @Override
    @Nullable Object read(ResultSet row, int column) throws SQLException {
      return row.getString(column);
    }

    @Override
    void write(PreparedStatement statement, int column, Object cell) throws SQLException {
      statement.setString(column, (String) cell);
    }
  },
  NUMBER {
    @Override
    @Nullable Object read(ResultSet row, int column) throws SQLException {
      long number = row.getLong(column);
      return row.wasNull() ? null : number;
    }

    @Override
    void write(PreparedStatement statement, int column, Object cell) throws SQLException {
      statement.setLong(column, ((Number) cell).longValue());
    }
  },
  REAL {
    @Override
    @Nullable Object read(ResultSet row, int column) throws SQLException {
      double number = row.getDouble(column);
      return row.wasNull() ? null : number;
    }

    @Override
    void write(PreparedStatement statement, int column, Object cell) throws SQLException {
      statement.setDouble(column, ((Number) cell).doubleValue());
    }
  },
  TRUTH {
    @Override
    @Nullable Object read(ResultSet row, int column) throws SQLException {
      boolean truth = row.getBoolean(column);
      return row.wasNull() ? null : truth;
    }

    @Override
    void write(PreparedStatement statement, int column, Object cell) throws SQLException {
      statement.setBoolean(column, (Boolean) cell);
    }
  },
  DATE {
    @Override
    @Nullable Object read(ResultSet row, int column) throws SQLException {
      LocalDate date = row.getObject(column, LocalDate.class);
      return date == null ? null : date.toString();
    }

    @Override
    void write(PreparedStatement statement, int column, Object cell) throws SQLException {
      statement.setObject(column, LocalDate.parse((String) cell));
    }
  },
  TIME {
    @Override
    @Nullable Object read(ResultSet row, int column) throws SQLException {
      LocalTime time = row.getObject(column, LocalTime.class);
      return time == null ? null : time.toString();
    }

    @Override
    void write(PreparedStatement statement, int column, Object cell) throws SQLException {
      statement.setObject(column, LocalTime.parse((String) cell));
    }
  },
  MOMENT {
    @Override
    @Nullable Object read(ResultSet row, int column) throws SQLException {
      OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
      return at == null ? null : at.toInstant().toString();
    }

    @Override
    void write(PreparedStatement statement, int column, Object cell) throws SQLException {
      statement.setObject(
          column, OffsetDateTime.parse((String) cell).withOffsetSameInstant(ZoneOffset.UTC));
    }
  },
  BYTES {
    @Override
    @Nullable Object read(ResultSet row, int column) throws SQLException {
      byte[] bytes = row.getBytes(column);
      return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    void write(PreparedStatement statement, int column, Object cell) throws SQLException {
      statement.setBytes(column, Base64.getDecoder().decode((String) cell));
    }
  };

  abstract @Nullable Object read(ResultSet row, int column) throws SQLException;

  abstract void write(PreparedStatement statement, int column, Object cell) throws SQLException;

  /** By the name that the type has in the information schema of H2 or PostgreSQL. */
  static Cell of(String type) {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "character varying", "character large object", "character", "text" -> TEXT;
      case "bigint", "integer", "smallint" -> NUMBER;
      case "double precision", "real" -> REAL;
      case "boolean" -> TRUTH;
      case "date" -> DATE;
      case "time", "time without time zone" -> TIME;
      case "timestamp with time zone" -> MOMENT;
      case "binary varying", "binary large object", "bytea" -> BYTES;
      default -> throw new IllegalStateException("A column of type " + type + " is not copied yet");
    };
  }
}
