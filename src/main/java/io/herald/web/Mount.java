package io.herald.web;

import org.eclipse.jetty.server.Handler;

/**
 * Something that answers under a path of the public port.
 *
 * @param pathSpec as servlets write it: {@code /c/*}, {@code /slack/events}; the path is handed on
 *     whole
 */
public record Mount(String pathSpec, Handler handler) {}
