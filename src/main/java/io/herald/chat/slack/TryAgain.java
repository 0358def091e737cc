package io.herald.chat.slack;

import io.herald.chat.Card;
import io.herald.chat.Choice;
import io.herald.chat.Intent;
import io.herald.chat.IntentCodec;
import io.herald.chat.Part;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.List;

/** What is said when Slack did not open a form in time: a button, or the words back to copy. */
final class TryAgain {
  private TryAgain() {}

  static Card of(Intent intent) {
    Text words = Words.text("slack.too.late");
    Part next =
        IntentCodec.write(intent).length() <= SlackLimits.BUTTON_VALUE
            ? new Part.Choices(List.of(Choice.main(Words.say("slack.try.again"), intent)))
            : new Part.Copy(Words.say("slack.your.words"), typed(intent));
    return new Card(Words.say("slack.too.late"), List.of(new Part.Lead(words), next));
  }

  /** Only what somebody typed is ever too long for a button. */
  private static String typed(Intent intent) {
    if (intent instanceof Intent.Type type) {
      return type.text();
    }
    return intent instanceof Intent.DraftFrom draft ? draft.words() : "";
  }
}
