/**
 * The append-only ledger: one entry for every fact, written in the fact's own transaction, and the
 * chain in which each gets its place a moment later.
 */
@NullMarked
package io.herald.records;

import org.jspecify.annotations.NullMarked;
