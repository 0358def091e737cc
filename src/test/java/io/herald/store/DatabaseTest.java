package io.herald.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.herald.testkit.DurablePostgres;
import io.herald.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DatabaseTest {

  @ParameterizedTest
  @EnumSource
  void what_was_written_is_there_after_closing_and_opening_again(TestDatabase kind) {
    String url = kind.url();
    Database first = Database.open(url);
    first.run(Changes::happened);
    first.close();
    first.close();
    try (Database database = Database.open(url)) {
      assertThat(database.<Long>inTransaction(Changes::number)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void this_node_hears_of_a_change_once_and_only_when_it_is_durable(TestDatabase kind) {
    try (Database database = kind.open()) {
      List<Long> heard = new ArrayList<>();
      database.onChange(() -> heard.add(database.inTransaction(Changes::number)));
      database.run(
          tx -> {
            Changes.happened(tx);
            Changes.happened(tx);
            assertThat(heard).isEmpty();
          });
      assertThat(heard).containsExactly(2L);
      assertThatThrownBy(
              () ->
                  database.run(
                      tx -> {
                        Changes.happened(tx);
                        throw new IllegalStateException("undone");
                      }))
          .hasMessage("undone");
      assertThat(heard).hasSize(1);
    }
  }

  @Test
  void what_a_restart_broke_is_told_from_what_is_wrong() {
    try (var postgres = DurablePostgres.start();
        Database database = Database.open(postgres.url())) {
      assertThat(
              catchThrowableOfType(
                  RuntimeException.class,
                  () ->
                      database.run(
                          tx -> {
                            Changes.happened(tx);
                            postgres.restart();
                            Changes.happened(tx);
                          })))
          .matches(Database::wasAway);
      assertThat(database.<Long>inTransaction(Changes::number)).isEqualTo(0);
      assertThat(
              catchThrowableOfType(
                  RuntimeException.class,
                  () -> database.run(tx -> tx.sql(WrongSql.class).nowhere())))
          .isNotNull()
          .matches(wrong -> !Database.wasAway(wrong));
    }
  }

  interface WrongSql {
    @SqlQuery("SELECT 1 FROM nowhere")
    int nowhere();
  }
}
