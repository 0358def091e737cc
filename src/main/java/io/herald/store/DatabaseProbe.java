package io.herald.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.h2.api.ErrorCode;

/** Tries a database without changing anything in it, and without making one. */
public final class DatabaseProbe {

  /** Why a database cannot be used. */
  public enum Trouble {
    /** An H2 file is not there yet. */
    MISSING,
    /** Another process has the H2 file open, and H2 lets one in. */
    LOCKED,
    /** The server does not answer. */
    UNREACHABLE,
    /** The server does not know the user, or not with this password. */
    LOGIN_REFUSED,
    /** The server has no such database. */
    UNKNOWN_DATABASE,
    /** Anything else, such as a broken file. */
    BROKEN
  }

  private static final Map<Integer, Trouble> H2_CODES =
      Map.of(
          ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1, Trouble.MISSING,
          ErrorCode.DATABASE_ALREADY_OPEN_1, Trouble.LOCKED,
          ErrorCode.WRONG_USER_OR_PASSWORD, Trouble.LOGIN_REFUSED);

  /** By the beginning of PostgreSQL's SQLSTATE. */
  private static final Map<String, Trouble> POSTGRESQL_STATES =
      Map.of(
          "08", Trouble.UNREACHABLE,
          "28", Trouble.LOGIN_REFUSED,
          "3D", Trouble.UNKNOWN_DATABASE);

  private DatabaseProbe() {}

  /** What is wrong with the database at a JDBC address; empty when it can be used. */
  public static Optional<Trouble> trouble(String url) {
    boolean h2 = Dialect.of(url) == Dialect.H2;
    var properties = new Properties();
    if (!h2) {
      properties.setProperty("connectTimeout", "5");
      properties.setProperty("loginTimeout", "5");
      properties.setProperty("socketTimeout", "5");
    }
    String readOnly = h2 ? url + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r" : url;
    try (Connection connection = DriverManager.getConnection(readOnly, properties)) {
      return connection.isValid(5) ? Optional.empty() : Optional.of(Trouble.BROKEN);
    } catch (SQLException e) {
      String state = Optional.ofNullable(e.getSQLState()).orElse("").concat("  ").substring(0, 2);
      return Optional.of(
          h2
              ? H2_CODES.getOrDefault(e.getErrorCode(), Trouble.BROKEN)
              : POSTGRESQL_STATES.getOrDefault(state, Trouble.BROKEN));
    }
  }
}
