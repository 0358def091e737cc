/** Posts: what they say in each revision, what they are about, and the states they go through. */
@NullMarked
package io.herald.post;

import org.jspecify.annotations.NullMarked;
