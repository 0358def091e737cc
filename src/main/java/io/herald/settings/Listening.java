package io.herald.settings;

/**
 * Where Herald listens.
 *
 * @param bind address or host name of the public port
 * @param port the public port; 0 takes any free one
 * @param operationsPort port of metrics and detailed health, always on loopback; 0 takes any free
 *     one
 */
public record Listening(String bind, int port, int operationsPort) {}
