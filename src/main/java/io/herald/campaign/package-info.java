/** Campaigns and broadcasts: whom a post is pushed to, and what reached them. */
@NullMarked
package io.herald.campaign;

import org.jspecify.annotations.NullMarked;
