/**
 * The command line's way to the data while a Herald runs: orders, and the socket in the data
 * directory over which the running Herald takes them.
 */
@NullMarked
package io.herald.console;

import org.jspecify.annotations.NullMarked;
