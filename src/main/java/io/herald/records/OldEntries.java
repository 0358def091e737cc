package io.herald.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.herald.store.Database;
import io.herald.store.Tx;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Entries that were written before personal fields were encrypted: each is brought to the new shape
 * and hashed anew, once, before it gets its place in the chain. To be done before sealing begins.
 */
public final class OldEntries {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BATCH = 500;

  private final Database database;
  private final Personal personal;

  public OldEntries(Database database, Personal personal) {
    this.database = database;
    this.personal = personal;
  }

  /** Brings all of them to the new shape; says how many there were. */
  public int renew() {
    int all = 0;
    for (int done = BATCH; done == BATCH; all += done) {
      done = database.inTransaction(this::renewSome);
    }
    return all;
  }

  private int renewSome(Tx tx) {
    var sql = tx.sql(RecordSql.class);
    List<RecordSql.OldRow> rows = sql.old(BATCH);
    for (RecordSql.OldRow row : rows) {
      Map<String, Object> whole = read(row.content());
      var entry = new Entry(row.kind(), row.actor(), row.subject(), Map.of());
      Long person = entry.person();
      // What has its place already is only told its class: its hash stands for ever.
      if (person != null && row.number() == null) {
        whole.put("content", personal.close(tx, row.kind(), content(whole), person, row.at()));
      }
      String canonical = row.number() == null ? Canonical.write(whole) : row.content();
      sql.renewed(row.id(), canonical, Sha256.of(canonical), Kind.of(row.kind()).keptAs(), person);
    }
    return rows.size();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> content(Map<String, Object> whole) {
    return (Map<String, Object>) Objects.requireNonNull(whole.get("content"));
  }

  private static Map<String, Object> read(String canonical) {
    try {
      return JSON.readValue(canonical, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an entry is no JSON", e);
    }
  }
}
