package io.herald.command.check;

import java.util.function.Supplier;

/**
 * One thing to look at.
 *
 * @param name what it is about, as a line begins with it
 */
public record Check(String name, Supplier<Outcome> look) {}
