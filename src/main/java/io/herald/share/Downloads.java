package io.herald.share;

import io.herald.records.Entry;
import io.herald.records.Records;
import io.herald.store.Database;
import io.herald.store.Tx;
import io.herald.words.Csv;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Files that are fetched by an address: by the person who asked, once, within an hour. The address
 * is random and kept as its hash alone, so that nobody who reads the database can fetch anything.
 */
public final class Downloads {
  private static final Duration VALID = Duration.ofHours(1);
  private static final int TOKEN_BYTES = 16;

  private final Database database;
  private final Records records;
  private final InstantSource clock;
  private final SecureRandom random;
  private final ShareLinks links;
  private final Map<String, Source> sources;

  /** Where files of a kind come from. */
  public interface Source {
    /**
     * The file of a subject, which is being taken.
     *
     * @param kind the kind under which it was offered
     */
    File open(Tx tx, String kind, long subject);
  }

  /** Writes what a file of a kind says of a subject, line by line. */
  @FunctionalInterface
  public interface Content extends Source {
    void write(Tx tx, long subject, Consumer<Csv> lines);

    @Override
    default File open(Tx tx, String kind, long subject) {
      var out = new StringBuilder();
      write(tx, subject, line -> out.append(line.line()));
      byte[] bytes = out.toString().getBytes(StandardCharsets.UTF_8);
      return new File(
          kind + "-" + subject + ".csv", "text/csv; charset=utf-8", to -> to.write(bytes));
    }
  }

  /**
   * A file that was taken.
   *
   * @param type its media type
   */
  public record File(String name, String type, Body body) {}

  /** What is in a file; written once, outside any transaction. */
  @FunctionalInterface
  public interface Body {
    void writeTo(OutputStream to) throws IOException;
  }

  /**
   * @param sources what can be fetched, by kind
   */
  public Downloads(
      Database database,
      Records records,
      InstantSource clock,
      SecureRandom random,
      ShareLinks links,
      Map<String, ? extends Source> sources) {
    this.database = database;
    this.records = records;
    this.clock = clock;
    this.random = random;
    this.links = links;
    this.sources = Map.copyOf(sources);
  }

  /** The address of a file for a member, to be told to nobody else. */
  public String offer(Tx tx, long member, String kind, long subject) {
    byte[] secret = new byte[TOKEN_BYTES];
    random.nextBytes(secret);
    String token = Base62.write(secret);
    var sql = tx.sql(DownloadSql.class);
    sql.forget(now().minus(VALID));
    sql.offer(hash(token), member, kind, subject, now().plus(VALID));
    return links.download(token);
  }

  /** Whether a file is still there to be fetched. */
  boolean waits(String token) {
    return database.inTransaction(tx -> tx.sql(DownloadSql.class).waits(hash(token), now())) > 0;
  }

  /** Whether there ever was such an address, lately. */
  boolean known(String token) {
    return database.inTransaction(tx -> tx.sql(DownloadSql.class).known(hash(token))) > 0;
  }

  /** Takes a file; it is there once. */
  Optional<File> take(String token) {
    return database.inTransaction(
        tx -> {
          var sql = tx.sql(DownloadSql.class);
          if (sql.take(hash(token), now()) == 0) {
            return Optional.<File>empty();
          }
          DownloadSql.Row row = sql.find(hash(token));
          Source source = sources.get(row.kind());
          if (source == null) {
            return Optional.<File>empty();
          }
          File file = source.open(tx, row.kind(), row.subject());
          records.append(
              tx, Entry.of("downloaded", row.member(), row.kind() + "/" + row.subject()));
          return Optional.of(file);
        });
  }

  private static String hash(String token) {
    try {
      byte[] sha256 =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha256);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
