package io.herald.records;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface CheckpointSql {
  /** The ledger's key, both halves in base64. */
  record KeyRow(String publicKey, String wrapped) {}

  record Row(long number, String chainHash, Instant at, String signingKey, String signature) {}

  String ROW = "SELECT number, chain_hash, at, signing_key, signature FROM checkpoint ";

  @SqlQuery("SELECT public_key, wrapped FROM ledger_key WHERE organisation = 1")
  Optional<KeyRow> key();

  @SqlUpdate(
      """
      INSERT INTO ledger_key (organisation, public_key, wrapped, made_at)
      VALUES (1, :publicKey, :wrapped, :at) ON CONFLICT DO NOTHING
      """)
  int addKey(String publicKey, String wrapped, Instant at);

  @SqlUpdate("UPDATE ledger_key SET wrapped = :wrapped WHERE organisation = 1")
  int rewrap(String wrapped);

  @SqlUpdate(
      """
      INSERT INTO checkpoint (number, chain_hash, at, signing_key, signature)
      VALUES (:number, :hash, :at, :key, :signature) ON CONFLICT DO NOTHING
      """)
  int add(long number, String hash, Instant at, String key, String signature);

  @SqlQuery(ROW + "WHERE organisation = 1 AND number = :number")
  Optional<Row> at(long number);

  @SqlQuery(
      ROW
          + """
            WHERE organisation = 1 AND number BETWEEN :from AND :to
            ORDER BY organisation, number
            """)
  List<Row> between(long from, long to);

  @SqlQuery("SELECT MAX(number) FROM checkpoint WHERE organisation = 1")
  Optional<Long> newest();

  @SqlQuery("SELECT MIN(number) FROM checkpoint WHERE organisation = 1 AND number >= :number")
  Optional<Long> from(long number);
}
