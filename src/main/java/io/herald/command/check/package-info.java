/** Checks: what stands between these settings and a Herald that works, and how to mend it. */
@NullMarked
package io.herald.command.check;

import org.jspecify.annotations.NullMarked;
