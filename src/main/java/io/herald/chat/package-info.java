/**
 * What can be said and shown: intents in, cards, forms and homes out, with no platform in it. Every
 * right is checked here when an intent arrives, whatever a card may have said.
 */
@NullMarked
package io.herald.chat;

import org.jspecify.annotations.NullMarked;
