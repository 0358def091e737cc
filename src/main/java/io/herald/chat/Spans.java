package io.herald.chat;

import io.herald.words.Words;
import java.time.Duration;

/** How long something takes, as people say it. */
final class Spans {
  private Spans() {}

  /** "less than a minute", "about 12 min", "about 5 h 30", "about 3 days" */
  static String about(Duration span) {
    long minutes = (span.toSeconds() + 59) / 60;
    if (span.toSeconds() < 60) {
      return Words.say("span.moment");
    }
    if (minutes < 60) {
      return Words.say("span.minutes", minutes);
    }
    // Ten minutes more or less are nobody's business when it takes hours.
    long tens = (minutes + 5) / 10 * 10;
    if (tens < 48 * 60) {
      return tens % 60 == 0
          ? Words.say("span.hours", tens / 60)
          : Words.say("span.hours_and_minutes", tens / 60, tens % 60);
    }
    return Words.say("span.days", (minutes + 24 * 30) / (24 * 60));
  }
}
