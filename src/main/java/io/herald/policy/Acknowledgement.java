package io.herald.policy;

import java.time.Instant;

/** A member has read a version of a policy in a language, and said so. */
public record Acknowledgement(long document, int version, Language language, Instant at) {}
