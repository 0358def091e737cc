package io.herald.outbox;

import java.time.Instant;

/** A workspace takes no calls: since when, and the platform's code for why. */
public record Halt(Instant since, String why) {}
