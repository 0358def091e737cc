/** Every word that people see: the bundle they stand in, and the refusals that speak from it. */
@NullMarked
package io.herald.words;

import org.jspecify.annotations.NullMarked;
