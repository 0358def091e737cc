package io.herald.records.export;

import io.herald.store.Tx;
import java.util.Set;

/** What a filter means beyond its number: known to those above, who keep people and campaigns. */
public interface Meant {
  /** A member's number, and all that lead to it. */
  Set<Long> numbers(Tx tx, long member);

  /** What a campaign is about, as entries name it: {@code post/12}. */
  Set<String> subjects(Tx tx, long campaign);
}
