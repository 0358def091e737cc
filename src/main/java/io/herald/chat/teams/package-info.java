/**
 * Teams' face of Herald: activities with the channel's token become asks, and cards and forms
 * become Adaptive Cards.
 */
@NullMarked
package io.herald.chat.teams;

import org.jspecify.annotations.NullMarked;
