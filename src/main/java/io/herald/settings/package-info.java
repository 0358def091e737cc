/** Settings: what an administrator decided before the start, read once, all mistakes together. */
@NullMarked
package io.herald.settings;

import org.jspecify.annotations.NullMarked;
