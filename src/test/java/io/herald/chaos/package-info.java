/** A broadcast through everything that can go wrong, counted by those who were called. */
@NullMarked
package io.herald.chaos;

import org.jspecify.annotations.NullMarked;
