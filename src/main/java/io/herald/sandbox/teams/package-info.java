/**
 * A strict pretend Bot Connector with one Teams tenant behind it, on 127.0.0.1: for tests, and for
 * the sandbox. It refuses what Teams refuses, and shows what people would see.
 */
@NullMarked
package io.herald.sandbox.teams;

import org.jspecify.annotations.NullMarked;
