package io.herald.command.check;

/**
 * Something to mend.
 *
 * @param wrong what is wrong, in one sentence
 * @param remedy what to do about it
 */
public record Finding(String wrong, String remedy) {}
