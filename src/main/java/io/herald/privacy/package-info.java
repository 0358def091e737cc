/**
 * What is kept about a person: shown to them, handed to them, and forgotten when they wish it, as
 * far as the organisation need not keep it.
 */
@NullMarked
package io.herald.privacy;

import org.jspecify.annotations.NullMarked;
