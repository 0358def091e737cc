package io.herald.records.export;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry with its place.
 *
 * @param content none where it was deleted at the end of its time
 */
record Row(
    long number,
    Instant at,
    String kind,
    @Nullable Long actor,
    String subject,
    @Nullable String content,
    String contentHash,
    String chainHash) {

  /** The same with other words for what it says: those in which it can be read. */
  Row reading(String readable) {
    return new Row(number, at, kind, actor, subject, readable, contentHash, chainHash);
  }
}
