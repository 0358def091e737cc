package io.herald.post;

import java.time.Instant;

/** One revision of a post; it never changes. */
public record Revision(long post, int number, long author, Instant at, Content content) {}
