package io.herald.outbox;

/**
 * What the sending of work stands on: which node this is, what one node does for all, and how fast
 * platforms may be called.
 */
public record Engine(Nodes nodes, Chores chores, Pacer pacer) {}
