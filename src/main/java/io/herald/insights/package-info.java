/** What came of posts: reads only, and only roll-ups; no number shows what a few people did. */
@NullMarked
package io.herald.insights;

import org.jspecify.annotations.NullMarked;
