package io.herald.records;

import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** The chain as it lies in the database. */
interface ChainTestSql {
  record Row(
      long id, @Nullable Long number, @Nullable String chainHash, String subject, String content) {}

  @SqlQuery("SELECT id, number, chain_hash, subject, content FROM record ORDER BY number")
  List<Row> rows();
}
