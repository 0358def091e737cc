package io.herald.privacy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A wish to be forgotten, and how far it is.
 *
 * @param doneAt when rows and keys were taken away; none while a hold forbids it
 * @param compactedAt when what was taken away left the file of the database
 * @param finishedAt when it had left the backups that Herald keeps too
 * @param rest what becomes of what the organisation keeps
 * @param decidedBy the admin who decided that
 */
public record Erasure(
    long id,
    long member,
    Instant askedAt,
    @Nullable Instant doneAt,
    @Nullable Instant compactedAt,
    @Nullable Instant finishedAt,
    Rest rest,
    @Nullable Long decidedBy) {

  /** What becomes of what the organisation keeps of the person. */
  public enum Rest {
    /** There is nothing. */
    NONE,
    /** An admin was asked. */
    ASKED,
    /** It stays for as long as its class is kept. */
    KEPT,
    /** It went as well. */
    ERASED
  }
}
