package io.herald.chat;

import io.herald.members.Person;
import io.herald.store.Tx;

/** One request while it is handled: in its transaction, with whoever asks. */
record Turn(Tx tx, Person person, Ask ask) {
  long member() {
    return person.member();
  }

  Values values() {
    return ask.values();
  }

  Place place() {
    return ask.place();
  }
}
