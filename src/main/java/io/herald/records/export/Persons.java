package io.herald.records.export;

import io.herald.store.Tx;
import java.util.Optional;

/** Who the numbers in entries are. */
@FunctionalInterface
public interface Persons {
  /** Somebody as people know them, as far as Herald still does. */
  record Known(String name, String account) {}

  Optional<Known> known(Tx tx, long member);
}
