/**
 * Slack's face of Herald: signed requests become asks, and cards, forms and homes become Block Kit.
 */
@NullMarked
package io.herald.chat.slack;

import org.jspecify.annotations.NullMarked;
