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
    String chainHash) {}
