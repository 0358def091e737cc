package io.herald.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.herald.testkit.TestDatabase;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RecordMapperTest {
  enum Colour {
    RED
  }

  record Thing(
      long id,
      @Nullable Integer howMany,
      Colour colour,
      @Nullable Instant lastSeenAt,
      boolean kept) {}

  interface ThingSql {
    @SqlQuery(
        """
        SELECT TRUE AS kept, 7 AS more, 1 AS id, CAST(NULL AS INT) AS how_many, 'RED' AS colour,
          TIMESTAMP WITH TIME ZONE '2026-11-28 01:00:00+00' AS last_seen_at
        """)
    Thing whole();

    @SqlQuery("SELECT 1 AS id, 2 AS how_many, 'RED' AS colour, TRUE AS kept")
    List<Thing> halves();
  }

  @ParameterizedTest
  @EnumSource
  void a_row_becomes_a_record_by_the_names_of_its_columns(TestDatabase kind) {
    try (Database database = kind.open()) {
      Thing thing = database.inTransaction(tx -> tx.sql(ThingSql.class).whole());
      assertThat(thing)
          .isEqualTo(new Thing(1, null, Colour.RED, Instant.parse("2026-11-28T01:00:00Z"), true));
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_component_without_a_column_is_a_fault_that_names_it(TestDatabase kind) {
    try (Database database = kind.open()) {
      assertThatThrownBy(() -> database.inTransaction(tx -> tx.sql(ThingSql.class).halves()))
          .hasMessageContaining("lastseenat");
    }
  }

  @Test
  void every_query_has_a_column_for_each_component_of_its_record() throws SQLException {
    String url = TestDatabase.H2_FILE.url();
    var without = new ArrayList<String>();
    int seen = 0;
    try (Database database = Database.open(url);
        Connection connection = DriverManager.getConnection(H2.hardened(url))) {
      assertThat(database.answers()).isTrue();
      for (Method query : (Iterable<Method>) queries()::iterator) {
        Class<?> record = record(query);
        if (record != null) {
          seen++;
          List<String> columns = columns(connection, query.getAnnotation(SqlQuery.class).value());
          Arrays.stream(record.getRecordComponents())
              .map(RecordComponent::getName)
              .filter(name -> !columns.contains(name.toLowerCase(Locale.ROOT)))
              .forEach(name -> without.add(query + ": " + name));
        }
      }
    }
    assertThat(seen).isGreaterThan(100);
    assertThat(without).isEmpty();
  }

  private static Stream<Method> queries() {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.herald").stream()
            .filter(JavaClass::isInterface)
            .map(JavaClass::reflect)
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(SqlQuery.class));
  }

  /** The record that a query makes of each row; none where it makes something else. */
  private static @Nullable Class<?> record(Method query) {
    return Stream.concat(
            Stream.of(query.getGenericReturnType()),
            Arrays.stream(query.getGenericParameterTypes()))
        .map(RecordMapperTest::inner)
        .filter(type -> type instanceof Class<?> some && some.isRecord())
        .map(type -> (Class<?>) type)
        .filter(type -> !type.getSimpleName().equals("SpecialRow"))
        .findFirst()
        .orElse(null);
  }

  private static Type inner(Type type) {
    return type instanceof ParameterizedType some ? some.getActualTypeArguments()[0] : type;
  }

  private static List<String> columns(Connection connection, String sql) throws SQLException {
    String bare = sql.replaceAll("<\\w+>", "NULL").replaceAll("(?<!:):[a-z][\\w.]*", "?");
    try (PreparedStatement statement = connection.prepareStatement(bare)) {
      ResultSetMetaData columns = statement.getMetaData();
      var names = new ArrayList<String>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        names.add(columns.getColumnLabel(i).replace("_", ""));
      }
      return names;
    }
  }
}
