package io.herald.checks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text under check, with what several rules want to know of it, found out once. */
final class Passage {
  private final String text;
  private final Context context;
  private @Nullable List<NumberRun> numbers;
  private @Nullable List<Phones.Phone> phones;

  Passage(String text, Context context) {
    this.text = text;
    this.context = context;
  }

  String text() {
    return text;
  }

  Context context() {
    return context;
  }

  List<NumberRun> numbers() {
    List<NumberRun> found = numbers;
    if (found == null) {
      found = NumberRuns.in(text);
      numbers = found;
    }
    return found;
  }

  List<Phones.Phone> phones() {
    List<Phones.Phone> found = phones;
    if (found == null) {
      found = Phones.in(this);
      phones = found;
    }
    return found;
  }

  /** Whether a character that belongs to a word or number stands at a place. */
  boolean wordAt(int at) {
    return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
  }
}
