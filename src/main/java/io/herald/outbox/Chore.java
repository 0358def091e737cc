package io.herald.outbox;

import io.herald.store.Tx;
import java.time.Duration;
import java.util.function.Consumer;

/** Something that is done every so often, by one node for all, in one transaction. */
public record Chore(String name, Duration every, Consumer<Tx> work) {}
