package io.herald.chat;

import io.herald.members.Role;
import io.herald.network.WebLink;
import io.herald.policy.Language;
import io.herald.policy.PolicyText;
import io.herald.policy.Readers;
import io.herald.post.Topic;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form with which a version of a policy is published, or added in another language. */
final class PolicyForm {
  static final String TITLE = "title";
  static final String LINK = "link";
  static final String SUMMARY = "summary";
  static final String LANGUAGE = "language";
  static final String READERS = "readers";

  private static final String TOPIC = "topic/";
  private static final String ROLE = "role/";
  private static final int MOST = 100;

  private PolicyForm() {}

  /**
   * @param before the words of the version before, or nothing
   * @param languages those that can be chosen
   * @param readers for whom the version before was; none where the form does not ask for that
   */
  static Form draw(
      String title,
      Intent save,
      @Nullable PolicyText before,
      List<Language> languages,
      @Nullable Readers readers,
      List<Topic> topics) {
    var fields = new ArrayList<Field>();
    fields.add(typed(TITLE, before == null ? "" : before.title(), false, PolicyText.TITLE));
    fields.add(typed(LINK, before == null ? "" : before.link(), false, WebLink.LIMIT));
    fields.add(typed(SUMMARY, before == null ? "" : before.summary(), true, PolicyText.SUMMARY));
    Language language = before == null ? Language.ENGLISH : before.language();
    fields.add(
        new Field.Picked(
            LANGUAGE,
            Words.say("policy.language"),
            null,
            languages.stream().map(l -> new Field.Option(l.tag(), l.name())).toList(),
            languages.contains(language) ? List.of(language.tag()) : List.of(),
            true,
            false));
    if (readers != null) {
      fields.add(
          new Field.Picked(
              READERS,
              Words.say("policy.readers"),
              Words.say("policy.readers.hint"),
              options(topics),
              chosen(readers, topics),
              false,
              true));
    }
    return new Form(title, Words.say("policy.publish.submit"), save, fields);
  }

  private static Field typed(String name, String initial, boolean several, int most) {
    return new Field.Typed(
        name,
        Words.say("policy." + name),
        Words.say("policy." + name + ".hint"),
        initial,
        true,
        several,
        most);
  }

  private static List<Field.Option> options(List<Topic> topics) {
    return Stream.concat(
            Stream.of(Role.values())
                .map(
                    role ->
                        new Field.Option(
                            ROLE + role.word(), Words.say("audience.role." + role.word()))),
            topics.stream()
                .map(
                    topic ->
                        new Field.Option(
                            TOPIC + topic.id(),
                            Shorten.to(Words.say("audience.topic", topic.name()), 75))))
        .limit(MOST)
        .toList();
  }

  private static List<String> chosen(Readers readers, List<Topic> topics) {
    List<String> offered = options(topics).stream().map(Field.Option::value).toList();
    return Stream.concat(
            readers.roles().stream().map(role -> ROLE + role.word()),
            readers.topics().stream().map(topic -> TOPIC + topic))
        .filter(offered::contains)
        .toList();
  }

  /** What came of reading the form: words and readers, or mistakes by field. */
  record Read(@Nullable PolicyText text, Readers readers, Map<String, Text> mistakes) {}

  static Read read(Values values, List<Topic> topics) {
    var mistakes = new LinkedHashMap<String, Text>();
    String title = required(values, TITLE, PolicyText.TITLE, mistakes);
    String summary = required(values, SUMMARY, PolicyText.SUMMARY, mistakes);
    String typed = values.text(LINK);
    Optional<WebLink.Flaw> flaw = WebLink.flawIn(typed);
    flaw.ifPresent(
        f -> mistakes.put(LINK, Words.text("mistake.link." + f.name().toLowerCase(Locale.ROOT))));
    Optional<Language> language = Language.of(values.text(LANGUAGE));
    if (language.isEmpty()) {
      mistakes.put(LANGUAGE, Words.text("mistake.empty.language"));
    }
    var readers = new Readers(topics(values, topics, mistakes), roles(values));
    return mistakes.isEmpty()
        ? new Read(
            new PolicyText(language.orElseThrow(), title, new WebLink(typed).address(), summary),
            readers,
            Map.of())
        : new Read(null, readers, mistakes);
  }

  private static List<Long> topics(Values values, List<Topic> offered, Map<String, Text> mistakes) {
    var topics = new ArrayList<Long>();
    for (String value : values.all(READERS)) {
      if (!value.startsWith(TOPIC)) {
        continue;
      }
      Optional<Topic> topic =
          offered.stream().filter(t -> value.equals(TOPIC + t.id())).findFirst();
      topic.ifPresentOrElse(
          t -> topics.add(t.id()),
          () -> mistakes.put(READERS, Words.text("mistake.unknown_topic")));
    }
    return topics;
  }

  private static List<Role> roles(Values values) {
    return values.all(READERS).stream()
        .filter(value -> value.startsWith(ROLE))
        .flatMap(value -> Role.of(value.substring(ROLE.length())).stream())
        .toList();
  }

  private static String required(Values values, String name, int most, Map<String, Text> mistakes) {
    String typed = values.text(name).strip();
    if (typed.isEmpty()) {
      mistakes.put(name, Words.text("mistake.empty." + name));
    } else if (typed.length() > most) {
      mistakes.put(
          name,
          Words.text(
              "mistake.too_long", ReviewCard.number(typed.length()), ReviewCard.number(most)));
    }
    return typed;
  }
}
