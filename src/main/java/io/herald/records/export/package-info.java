/** The record as a file for people to read and for anybody to verify. */
@NullMarked
package io.herald.records.export;

import org.jspecify.annotations.NullMarked;
