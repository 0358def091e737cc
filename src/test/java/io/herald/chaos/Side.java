package io.herald.chaos;

import io.herald.members.Platform;
import java.util.Map;
import java.util.Set;

/** One of the platforms, as its double saw what came. */
interface Side {
  Platform platform();

  /** From now on calls go wrong, and too many are refused. */
  void hurt(ChaosPlan plan);

  /** How often it was asked to take a message, refusals included. */
  long calls();

  /** How many calls were refused for their pace. */
  long refused();

  /** How many calls came though they were to be left alone. */
  long early();

  /** How many messages it has taken. */
  int taken();

  /** Whether the review card of a draft has come. */
  boolean reviews(String headline);

  /** How many messages it had taken when that review card came. */
  int takenBefore(String headline);

  /** By what the double knows the message of a card. */
  String mark(PostCard card);

  /** How many messages it took of each mark. */
  Map<String, Long> arrived();

  /** The marks of which a call got no answer that tells whether it was carried out. */
  Set<String> unanswered();
}
