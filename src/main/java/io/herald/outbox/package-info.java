/**
 * What must be done outside the database: kept in it until done, in lanes, as kind and id. It knows
 * nothing of cards.
 */
@NullMarked
package io.herald.outbox;

import org.jspecify.annotations.NullMarked;
