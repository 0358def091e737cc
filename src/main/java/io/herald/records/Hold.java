package io.herald.records;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that must be kept, whatever retention and wishes say: all of a person, of a campaign,
 * or of a time.
 *
 * @param timeTo the time before which it ends
 * @param reason as the records officer gave it
 */
public record Hold(
    long id,
    @Nullable Long member,
    @Nullable Long campaign,
    @Nullable Instant timeFrom,
    @Nullable Instant timeTo,
    String reason,
    long madeBy,
    Instant madeAt) {}
