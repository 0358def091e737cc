/** Reviews: who must say yes before a post goes out, and what they said. */
@NullMarked
package io.herald.review;

import org.jspecify.annotations.NullMarked;
