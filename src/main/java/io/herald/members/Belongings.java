package io.herald.members;

import io.herald.store.Tx;

/** What a feature keeps by member, and hands over when two members become one. */
@FunctionalInterface
public interface Belongings {

  /** Hands over all that belonged to a member. What both had is settled, and nothing is lost. */
  void handOver(Tx tx, long from, long to);
}
