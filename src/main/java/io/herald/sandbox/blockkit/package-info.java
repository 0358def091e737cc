/**
 * What Slack takes as a message, a modal or a Home: the limits of Block Kit, checked as it does.
 */
@NullMarked
package io.herald.sandbox.blockkit;

import org.jspecify.annotations.NullMarked;
