/** The append-only ledger: one entry for every fact, written in the fact's own transaction. */
@NullMarked
package io.herald.records;

import org.jspecify.annotations.NullMarked;
