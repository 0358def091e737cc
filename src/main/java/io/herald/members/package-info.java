/**
 * People: members and their identities, what they may do, which topics they follow, what they
 * chose.
 */
@NullMarked
package io.herald.members;

import org.jspecify.annotations.NullMarked;
