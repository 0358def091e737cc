package io.herald.records.export;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks an export for.
 *
 * @param from the earliest time
 * @param to the time before which it ends
 * @param person a member's number
 * @param campaign a campaign's number
 * @param text what occurs in it
 * @param reason why shares and wordings of the person are wanted
 */
public record Asked(
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable Long person,
    @Nullable Long campaign,
    @Nullable String text,
    @Nullable String reason) {}
