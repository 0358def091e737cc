package io.herald.chat;

import io.herald.members.People;
import io.herald.network.Network;
import io.herald.network.WebLink;
import io.herald.policy.Disclosure;
import io.herald.policy.DisclosureRules;
import io.herald.post.Content;
import io.herald.post.Freedom;
import io.herald.post.Topic;
import io.herald.share.ShareLinks;
import io.herald.share.ShareText;
import io.herald.words.Text;
import io.herald.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads a draft form: what it says, or what is wrong at which field.
 *
 * @param links for the length of the link that will stand behind the words
 */
record DraftRules(ShareLinks links) {

  /** What came of reading: a content, or mistakes by field. */
  record Read(@Nullable Content content, Map<String, Text> mistakes) {}

  Read read(
      Intent.SubmitDraft draft,
      Values values,
      List<Topic> offered,
      @Nullable String whole,
      DisclosureRules disclosures,
      Instant now) {
    var mistakes = new LinkedHashMap<String, Text>();
    String link = address(values, DraftForm.LINK, mistakes);
    String headline = required(values, DraftForm.HEADLINE, 150, mistakes);
    String words = required(values, DraftForm.TEXT, DraftForm.FIELD, mistakes);
    List<Long> topics = topics(values, offered, mistakes);
    Map<Network, List<String>> wordings =
        wordings(
            draft,
            values,
            (network, own) -> asShown(network, headline, own, topics, disclosures),
            mistakes);
    @Nullable String image =
        values.has(DraftForm.IMAGE) ? address(values, DraftForm.IMAGE, mistakes) : null;
    @Nullable String description = optional(values, DraftForm.IMAGE_DESCRIPTION, 1_000, mistakes);
    if (image != null && description == null) {
      mistakes.putIfAbsent(
          DraftForm.IMAGE_DESCRIPTION, Words.text("mistake.image_without_description"));
    }
    if (image == null && description != null && !values.has(DraftForm.IMAGE)) {
      mistakes.putIfAbsent(DraftForm.IMAGE, Words.text("mistake.description_without_image"));
    }
    Optional<Freedom> freedom =
        Arrays.stream(Freedom.values())
            .filter(f -> f.name().equals(values.text(DraftForm.FREEDOM)))
            .findFirst();
    @Nullable Instant from =
        values.moment(DraftForm.FROM).filter(at -> at.isAfter(now)).orElse(null);
    @Nullable Instant until = values.moment(DraftForm.UNTIL).orElse(null);
    if (until != null && !until.isAfter(from == null ? now : from)) {
      mistakes.put(
          DraftForm.UNTIL,
          Words.text(from == null ? "mistake.until_is_past" : "mistake.until_before_from"));
    }
    @Nullable String note = optional(values, DraftForm.NOTE, DraftForm.FIELD, mistakes);
    if (!mistakes.isEmpty()) {
      return new Read(null, mistakes);
    }
    return new Read(
        new Content(
            link,
            headline,
            words,
            whole,
            wordings,
            topics,
            image,
            description,
            freedom.orElse(Freedom.EDIT_FREELY),
            from,
            until,
            note),
        Map.of());
  }

  /**
   * The text as a network would show it, with the disclosure, and the longest link that may stand
   * behind it.
   */
  ShareText asShown(
      Network network,
      String headline,
      String words,
      List<Long> topics,
      DisclosureRules disclosures) {
    return asShown(network, headline, words, disclosures.of(network, topics, words));
  }

  /** The same with what is disclosed. */
  ShareText asShown(Network network, String headline, String words, Disclosure disclosure) {
    return ShareText.of(network, headline, words, disclosure, links.trackedToCome());
  }

  private Map<Network, List<String>> wordings(
      Intent.SubmitDraft draft,
      Values values,
      BiFunction<Network, String, ShareText> asShown,
      Map<String, Text> mistakes) {
    Map<Network, List<String>> wordings = new EnumMap<>(Network.class);
    for (Network network : DraftForm.WORDED) {
      var own = new ArrayList<String>();
      int count = Math.min(DraftForm.count(draft, network), DraftForm.MOST_WORDINGS);
      for (int i = 1; i <= count; i++) {
        String name = DraftForm.wording(network, i);
        String words = values.text(name).strip();
        if (words.isEmpty()) {
          continue;
        }
        ShareText shown = asShown.apply(network, words);
        if (!shown.fits()) {
          mistakes.put(name, tooLong(shown));
        } else if (own.contains(words)) {
          mistakes.put(name, Words.text("mistake.wording_twice"));
        }
        own.add(words);
      }
      if (!own.isEmpty()) {
        wordings.put(network, own);
      }
    }
    return wordings;
  }

  /** What to say of a text that a network does not take. */
  static Text tooLong(ShareText shown) {
    return shown.length().admitted()
        ? Words.text(
            shown.said().isEmpty() ? "mistake.too_long_for" : "mistake.too_long_for.disclosed",
            shown.network().label(),
            number(shown.length().count()),
            number(shown.length().limit()),
            shown.said())
        : Words.text("mistake.not_admitted", shown.network().label());
  }

  private static List<Long> topics(Values values, List<Topic> offered, Map<String, Text> mistakes) {
    var topics = new ArrayList<Long>();
    for (String id : values.all(DraftForm.TOPICS)) {
      Optional<Topic> topic =
          offered.stream().filter(t -> String.valueOf(t.id()).equals(id)).findFirst();
      if (topic.isEmpty()) {
        mistakes.put(DraftForm.TOPICS, Words.text("mistake.unknown_topic"));
      } else if (!topics.contains(topic.get().id())) {
        topics.add(topic.get().id());
      }
    }
    return topics.isEmpty() ? List.of(People.GENERAL) : topics;
  }

  private static String address(Values values, String name, Map<String, Text> mistakes) {
    String typed = values.text(name);
    Optional<WebLink.Flaw> flaw = WebLink.flawIn(typed);
    if (flaw.isPresent()) {
      mistakes.put(name, Words.text("mistake.link." + flaw.get().name().toLowerCase(Locale.ROOT)));
      return "";
    }
    return new WebLink(typed).address();
  }

  private static String required(Values values, String name, int most, Map<String, Text> mistakes) {
    String typed = values.text(name).strip();
    if (typed.isEmpty() || typed.codePoints().allMatch(DraftRules::unseen)) {
      mistakes.put(name, Words.text("mistake.empty." + name));
    }
    return limited(typed, name, most, mistakes);
  }

  private static @Nullable String optional(
      Values values, String name, int most, Map<String, Text> mistakes) {
    String typed = values.text(name).strip();
    return typed.isEmpty() ? null : limited(typed, name, most, mistakes);
  }

  private static String limited(String typed, String name, int most, Map<String, Text> mistakes) {
    if (typed.length() > most) {
      mistakes.put(name, Words.text("mistake.too_long", number(typed.length()), number(most)));
    } else if (typed.indexOf('\0') >= 0) {
      mistakes.put(name, Words.text("mistake.odd_character"));
    }
    return typed;
  }

  private static boolean unseen(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.CONTROL;
  }

  private static String number(int number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }
}
