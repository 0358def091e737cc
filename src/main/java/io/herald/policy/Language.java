package io.herald.policy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A language in which something of the organisation's is written.
 *
 * @param tag as BCP 47 has it, in small letters
 */
public record Language(String tag) {
  /** The languages that can be chosen, by their own names in order. */
  public static final List<Language> ALL =
      Stream.of(
              "ar", "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "he", "hi",
              "hr", "hu", "id", "it", "ja", "ko", "lt", "lv", "mt", "nb", "nl", "pl", "pt", "ro",
              "ru", "sk", "sl", "sv", "th", "tr", "uk", "vi", "zh")
          .map(Language::new)
          .sorted(java.util.Comparator.comparing(Language::name))
          .toList();

  public static final Language ENGLISH = new Language("en");

  public static Optional<Language> of(String tag) {
    return ALL.stream().filter(language -> language.tag.equals(tag)).findFirst();
  }

  /** What its speakers call it: "Deutsch". */
  public String name() {
    Locale locale = Locale.forLanguageTag(tag);
    String name = locale.getDisplayLanguage(locale);
    return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
  }
}
