package io.herald.chat;

import io.herald.words.Text;
import io.herald.words.Words;
import java.util.ArrayList;
import java.util.List;

/** Asks an approver why something is let through that checks block. */
final class OverrideForm {
  private OverrideForm() {}

  static Form draw(List<DraftChecks.Found> held, Intent intent) {
    var fields = new ArrayList<Field>();
    fields.add(new Field.Note(Words.text("override.note")));
    List<Text> findings = held.stream().map(FindingWords::whole).toList();
    FindingWords.some(findings).forEach(finding -> fields.add(new Field.Note(finding)));
    fields.add(
        new Field.Typed(
            ReasonForm.REASON,
            Words.say("reason"),
            Words.say("override.hint"),
            "",
            true,
            true,
            2_000));
    return new Form(
        Words.say("review.override"), Words.say("override.submit"), intent, List.copyOf(fields));
  }
}
