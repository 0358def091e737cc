/** Herald itself: where it begins, and the one place where its parts are put together. */
@NullMarked
package io.herald;

import org.jspecify.annotations.NullMarked;
