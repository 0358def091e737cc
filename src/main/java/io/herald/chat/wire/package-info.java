/** The HTTP client with which Herald calls platforms, and what it must never do by itself. */
@NullMarked
package io.herald.chat.wire;

import org.jspecify.annotations.NullMarked;
