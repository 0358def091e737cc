package io.herald.chaos;

import io.herald.members.Platform;

/**
 * The card of the post for one member, as Herald knows it.
 *
 * @param unknown whether Herald says that it cannot tell what became of it
 */
record PostCard(long id, Platform platform, String recipient, boolean unknown) {}
