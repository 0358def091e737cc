package io.herald.chat;

import io.herald.network.Network;
import io.herald.policy.Bio;
import io.herald.policy.Disclosure;
import io.herald.policy.DisclosureRule;
import io.herald.policy.DisclosureRules;
import io.herald.policy.Language;
import io.herald.post.Topic;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form in which admins say what is disclosed: for all shares, or for some. */
final class DisclosureForm {
  static final String NAME = "name";
  static final String LANGUAGE = "language";
  static final String NETWORK = "network";
  static final String TOPIC = "topic";
  static final String MODE = "mode";
  static final String WORDS = "words";
  static final String SHORTER = "shorter";

  /** Stands for every language, network or topic. */
  static final String ANY = "any";

  private static final int MOST = 99;

  private DisclosureForm() {}

  /**
   * @param name what the organisation is called, or nothing
   */
  static Form draw(DisclosureRules rules, List<Topic> topics, String name) {
    Optional<DisclosureRule> first = rules.rules().stream().findFirst();
    var fields = new ArrayList<Field>();
    fields.add(new Field.Note(now(rules, topics)));
    fields.add(
        picked(
            NETWORK,
            Arrays.stream(Network.values())
                .map(network -> new Field.Option(network.slug(), network.label())),
            ANY));
    fields.add(
        picked(
            TOPIC,
            topics.stream()
                .limit(MOST)
                .map(topic -> new Field.Option(String.valueOf(topic.id()), topic.name())),
            ANY));
    fields.add(
        picked(LANGUAGE, Language.ALL.stream().map(l -> new Field.Option(l.tag(), l.name())), ANY));
    fields.add(
        new Field.Picked(
            MODE,
            Words.say("disclosure.mode"),
            null,
            Arrays.stream(Disclosure.Mode.values())
                .map(m -> new Field.Option(m.name(), Words.say("disclosure.mode." + m.name())))
                .toList(),
            List.of(first.map(rule -> rule.mode().name()).orElse(Disclosure.Mode.ADVISED.name())),
            true,
            false));
    fields.add(typed(WORDS, first.map(DisclosureRule::words).orElse(""), Disclosure.WORDS));
    fields.add(typed(SHORTER, first.map(DisclosureRule::shorter).orElse(""), Disclosure.SHORTER));
    fields.add(typed(NAME, name, Bio.MOST));
    return new Form(
        Words.say("disclosure.title"),
        Words.say("disclosure.save"),
        new Intent.SaveDisclosure(),
        fields);
  }

  private static Field picked(String name, Stream<Field.Option> options, String initial) {
    return new Field.Picked(
        name,
        Words.say("disclosure." + name),
        null,
        Stream.concat(
                Stream.of(new Field.Option(ANY, Words.say("disclosure." + name + ".any"))), options)
            .toList(),
        List.of(initial),
        true,
        false);
  }

  private static Field typed(String name, String initial, int most) {
    return new Field.Typed(
        name,
        Words.say("disclosure." + name),
        Words.say("disclosure." + name + ".hint"),
        initial,
        false,
        false,
        most);
  }

  /** What is said now, a line for each rule. */
  static Text now(DisclosureRules rules, List<Topic> topics) {
    if (rules.rules().isEmpty()) {
      return Words.text("disclosure.none");
    }
    Text all = Words.text("disclosure.now");
    for (DisclosureRule rule : rules.rules()) {
      all = all.then("\n").then(line(rule, topics));
    }
    return all;
  }

  /** "LinkedIn, Hiring, English: required, “I work for Acme”, short “#AcmeEmployee”" */
  private static String line(DisclosureRule rule, List<Topic> topics) {
    var about = new ArrayList<String>();
    if (rule.network() != null) {
      about.add(rule.network().label());
    }
    if (rule.topic() != 0) {
      about.add(
          topics.stream()
              .filter(topic -> topic.id() == rule.topic())
              .findFirst()
              .map(Topic::name)
              .orElse(Words.say("disclosure.topic.retired")));
    }
    if (rule.language() != null) {
      about.add(rule.language().name());
    }
    String line =
        Words.say(
            "disclosure.line",
            about.isEmpty() ? Words.say("disclosure.everywhere") : String.join(", ", about),
            Words.say("disclosure.mode." + rule.mode().name() + ".short"));
    if (!rule.words().isEmpty()) {
      line += Words.say("disclosure.line.words", rule.words());
    }
    return rule.shorter().isEmpty()
        ? line
        : line + Words.say("disclosure.line.shorter", rule.shorter());
  }

  /** What came of reading the form: a rule, or mistakes by field. */
  record Read(@Nullable DisclosureRule rule, Map<String, Text> mistakes) {}

  static Read read(Values values, DisclosureRules rules, List<Topic> topics) {
    var mistakes = new LinkedHashMap<String, Text>();
    String words = line(values, WORDS, Disclosure.WORDS, mistakes);
    String shorter = line(values, SHORTER, Disclosure.SHORTER, mistakes);
    line(values, NAME, Bio.MOST, mistakes);
    if (!shorter.isEmpty() && words.isEmpty()) {
      mistakes.putIfAbsent(WORDS, Words.text("mistake.shorter_without_words"));
    } else if (!shorter.isEmpty() && shorter.length() >= words.length()) {
      mistakes.putIfAbsent(SHORTER, Words.text("mistake.not_shorter"));
    }
    Optional<Topic> topic =
        topics.stream().filter(t -> String.valueOf(t.id()).equals(values.text(TOPIC))).findFirst();
    if (topic.isEmpty() && values.has(TOPIC) && !values.text(TOPIC).equals(ANY)) {
      mistakes.put(TOPIC, Words.text("mistake.unknown_topic"));
    }
    var rule =
        new DisclosureRule(
            Language.of(values.text(LANGUAGE)).orElse(null),
            Network.ofSlug(values.text(NETWORK)).orElse(null),
            topic.map(Topic::id).orElse(0L),
            mode(values),
            words,
            shorter);
    for (DisclosureRule unsaid : rules.with(rule).unsaid()) {
      mistakes.putIfAbsent(
          WORDS,
          unsaid.equals(rule)
              ? Words.text("mistake.empty.disclosure")
              : Words.text("mistake.disclosure_unsaid", line(unsaid, topics)));
    }
    return mistakes.isEmpty() ? new Read(rule, Map.of()) : new Read(null, mistakes);
  }

  private static Disclosure.Mode mode(Values values) {
    return Arrays.stream(Disclosure.Mode.values())
        .filter(mode -> mode.name().equals(values.text(MODE).toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElse(Disclosure.Mode.OFF);
  }

  private static String line(Values values, String name, int most, Map<String, Text> mistakes) {
    String typed = values.text(name).replaceAll("\\s+", " ").strip();
    if (typed.length() > most) {
      mistakes.put(
          name,
          Words.text(
              "mistake.too_long", ReviewCard.number(typed.length()), ReviewCard.number(most)));
    }
    return typed;
  }
}
