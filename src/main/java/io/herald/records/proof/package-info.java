/**
 * What proves the ledger outside Herald: signed checkpoints, the parts of an export that a verifier
 * reads, and a verifier. Knows no database; the page ledger-format says the same in words.
 */
@NullMarked
package io.herald.records.proof;

import org.jspecify.annotations.NullMarked;
