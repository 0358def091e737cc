/** Several nodes on one machine, for trying what only several nodes do. */
@NullMarked
package io.herald.cluster;

import org.jspecify.annotations.NullMarked;
