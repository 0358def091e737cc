package io.herald.outbox;

/**
 * A piece of work that was claimed.
 *
 * @param wanted how often it had been asked for when it was claimed
 * @param attempts how often it was tried before, in vain
 * @param node which node claimed it
 */
public record Work(
    long id, int lane, String kind, long subject, long wanted, int attempts, long node) {}
