package io.herald.chat;

import io.herald.campaign.DeliveryState;
import io.herald.campaign.Later;
import io.herald.campaign.Outstanding;
import io.herald.campaign.Progress;
import io.herald.words.Text;
import io.herald.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How far something is that is sent to many, in words. */
final class ProgressLines {
  private ProgressLines() {}

  /** "8,000 of 8,412" */
  static String of(Progress progress) {
    return Words.say(
        "progress.of", number(progress.members() - progress.pending()), number(progress.members()));
  }

  static Part.Progress bar(Progress progress) {
    long ended = progress.members() - progress.pending();
    String words =
        Words.say("progress.bar", of(progress), ended * 100 / Math.max(1, progress.members()));
    return new Part.Progress(words, ended, progress.members());
  }

  /**
   * Delivered, waiting, what never goes, and what ended in another way.
   *
   * @param outstanding what has not ended
   */
  static List<Part.Fact> counts(Progress progress, Outstanding outstanding) {
    var facts = new ArrayList<Part.Fact>();
    facts.add(count("progress.delivered", progress.delivered()));
    Later later = outstanding.later();
    if (outstanding.due() > 0) {
      facts.add(count("progress.waiting", outstanding.due()));
    }
    if (later.quietUntil() != null) {
      facts.add(by("progress.quiet", later.quiet(), later.quietUntil()));
    }
    if (later.digestsUntil() != null) {
      facts.add(by("progress.digests", later.digests(), later.digestsUntil()));
    }
    if (outstanding.home() > 0) {
      facts.add(count("progress.not_sent", outstanding.home()));
    }
    for (DeliveryState state :
        List.of(DeliveryState.FAILED, DeliveryState.SKIPPED, DeliveryState.UNKNOWN)) {
      if (progress.number(state) > 0) {
        facts.add(
            count("progress." + state.name().toLowerCase(Locale.ROOT), progress.number(state)));
      }
    }
    return facts;
  }

  /** Why some did not get it, where some did not. */
  static Optional<Text> reasons(Progress progress) {
    Text all = Text.of("");
    for (Progress.Group group : progress.ended()) {
      boolean says =
          !group.reason().isEmpty()
              && (group.state() == DeliveryState.FAILED || group.state() == DeliveryState.SKIPPED);
      if (says) {
        String line = reason(group.reason(), group.number());
        all = all.isEmpty() ? Text.of(line) : all.then("\n" + line);
      }
    }
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(Text.strong(Words.say("progress.why")).then("\n").then(all));
  }

  /**
   * A reason with how many it holds for; one that this version has no words for stands as it is.
   */
  static String reason(String code, long number) {
    return Words.has("why." + code + ".other")
        ? Words.count("why." + code, number)
        : number(number) + " " + code.replace('_', ' ');
  }

  static String number(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  private static Part.Fact by(String key, long number, Instant last) {
    return new Part.Fact(Words.say(key), Words.text("progress.by", number(number), last));
  }

  private static Part.Fact count(String key, long number) {
    return new Part.Fact(Words.say(key), Text.of(number(number)));
  }
}
