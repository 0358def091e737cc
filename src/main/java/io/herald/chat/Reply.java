package io.herald.chat;

import io.herald.words.Text;
import java.util.Map;

/** What a person gets back at once, they alone. What others get to see goes through the outbox. */
public sealed interface Reply {
  /** A line. */
  record Say(Text text) implements Reply {}

  /** A card. */
  record Show(Card card) implements Reply {}

  /** A card in the place of the one that was pressed, where only the presser sees that one. */
  record Replace(Card card) implements Reply {}

  /** A form; in the place of the form in which something was pressed. */
  record Open(Form form) implements Reply {}

  /** The form stays as it is, with these words at these fields. */
  record Correct(Map<String, Text> fields) implements Reply {
    public Correct {
      fields = Map.copyOf(fields);
    }
  }

  /** Nothing: it was taken note of, and what it changes shows by itself. A form closes. */
  record Done() implements Reply {}
}
