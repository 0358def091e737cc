package io.herald.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one person decided in one stage; it stands until it is undone. */
public record Decision(
    long id,
    long review,
    int stage,
    Verdict verdict,
    long member,
    @Nullable String reason,
    Instant at) {}
