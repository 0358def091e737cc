package io.herald.chat;

/**
 * Handles one kind of intent: checks the right, calls a feature once, says what came of it. No call
 * over the network, for somebody waits.
 */
interface Clerk<I extends Intent> {
  Reply handle(Turn turn, I intent);
}
