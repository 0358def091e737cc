/**
 * The social networks a post can be shared on: how each counts a text, how much it takes, and the
 * address of its composer. Data without state.
 */
@NullMarked
package io.herald.network;

import org.jspecify.annotations.NullMarked;
