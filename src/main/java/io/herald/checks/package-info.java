/** Checks: rules over texts, the packs they come in, and what they find. */
@NullMarked
package io.herald.checks;

import org.jspecify.annotations.NullMarked;
