/**
 * Copies of everything, encrypted, from which a database of either kind is made again: made on
 * order and every night, kept for a while, opened to see that they are whole, and restored.
 */
@NullMarked
package io.herald.backup;

import org.jspecify.annotations.NullMarked;
