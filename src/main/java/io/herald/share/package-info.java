/**
 * Sharing: the words a member is given, the share link that leads them to a network's composer, the
 * tracked link that the public opens, and what is counted of both.
 */
@NullMarked
package io.herald.share;

import org.jspecify.annotations.NullMarked;
