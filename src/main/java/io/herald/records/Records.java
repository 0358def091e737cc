package io.herald.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.herald.store.Tx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.erdtman.jcs.JsonCanonicalizer;

/** The ledger. What is appended is never changed. */
public final class Records {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final InstantSource clock;

  public Records(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Appends an entry in the transaction of its fact, as canonical JSON (RFC 8785) with its SHA-256.
   */
  public void append(Tx tx, Entry entry) {
    var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var whole = new TreeMap<String, Object>();
    whole.put("kind", entry.kind());
    whole.put("at", at.toString());
    whole.put("subject", entry.subject());
    if (entry.actor() != null) {
      whole.put("actor", "member/" + entry.actor());
    }
    whole.put("content", entry.content());
    String canonical = canonical(whole);
    tx.sql(RecordSql.class)
        .insert(at, entry.kind(), entry.actor(), entry.subject(), canonical, sha256(canonical));
  }

  /** The entries about a subject, oldest first, as their canonical JSON. */
  public List<String> about(Tx tx, String subject) {
    return tx.sql(RecordSql.class).about(subject);
  }

  static String canonical(Object value) {
    try {
      return new JsonCanonicalizer(JSON.writeValueAsString(value)).getEncodedString();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("an entry must be plain data", e);
    } catch (IOException e) {
      throw new IllegalArgumentException("an entry must be canonical JSON", e);
    }
  }

  static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
