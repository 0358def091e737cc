package io.herald.chat;

import io.herald.words.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks for a reason; the form is titled like the button that opened it. */
final class ReasonForm {
  static final String REASON = "reason";
  static final String ELSEWHERE = "elsewhere";

  private ReasonForm() {}

  static Form draw(String title, String label, @Nullable String elsewhere, Intent intent) {
    var fields = new ArrayList<Field>();
    fields.add(new Field.Typed(REASON, label, null, "", true, true, 2_000));
    if (elsewhere != null) {
      fields.add(
          new Field.Typed(
              ELSEWHERE, elsewhere, Words.say("withdraw.elsewhere.hint"), "", false, false, 2_000));
    }
    return new Form(title, Words.say("reason.send"), intent, List.copyOf(fields));
  }
}
