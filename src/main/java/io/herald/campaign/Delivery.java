package io.herald.campaign;

import org.jspecify.annotations.Nullable;

/**
 * What one member has of one post.
 *
 * @param broadcast the push that brought it; none where feed or Home showed it first
 * @param folded the member said "Not for me"
 */
public record Delivery(long id, long post, long member, @Nullable Long broadcast, boolean folded) {}
