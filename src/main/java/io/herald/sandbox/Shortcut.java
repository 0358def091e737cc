package io.herald.sandbox;

/**
 * A shortcut of the app, as its manifest names it.
 *
 * @param onMessage whether it stands on messages, else everywhere
 */
public record Shortcut(String name, String callbackId, boolean onMessage) {}
