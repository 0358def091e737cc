package io.herald.outbox;

/** What the sending of work stands on: which node this is, and what one node does for all. */
public record Engine(Nodes nodes, Chores chores) {}
