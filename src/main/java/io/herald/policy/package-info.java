/**
 * The organisation's own social-media policy: its documents in versions, who acknowledged which in
 * which language, and how strictly it is taken.
 */
@NullMarked
package io.herald.policy;

import org.jspecify.annotations.NullMarked;
