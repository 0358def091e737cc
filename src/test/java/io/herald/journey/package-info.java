/** Whole stories, told to a whole Herald over HTTP alone. */
@NullMarked
package io.herald.journey;

import org.jspecify.annotations.NullMarked;
