package io.herald.policy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells in which language some words are, by the small words that every sentence needs. It says
 * nothing rather than something wrong: fewer than two of them, or as many of two languages, tell
 * nothing.
 */
final class SpokenLanguage {
  private static final int LEAST = 2;
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

  /** Small words by language; some belong to several, and then count for each. */
  private static final Map<Language, List<String>> SMALL = new LinkedHashMap<>();

  static {
    say("en", "the and is are was with for of to you we our my this that have it in at from");
    say("de", "der die das und ist sind mit für von zu wir uns unser ich nicht ein eine den im am");
    say("fr", "le la les et est sont avec pour de du des nous notre je une un dans ce cette vous");
    say("es", "el la los las y es son con para de del nosotros nuestro yo una un en este esta que");
    say("it", "il la gli e è sono con per di del noi nostro io una un nel questo questa che lo");
    say("nl", "de het en is zijn met voor van naar wij ons onze ik een niet in dit deze je we");
    say("pt", "o a os as e é são com para de do da nós nosso eu uma um em este esta que não");
  }

  private SpokenLanguage() {}

  private static void say(String tag, String words) {
    SMALL.put(new Language(tag), List.of(words.split(" ", -1)));
  }

  static Optional<Language> of(String words) {
    Map<Language, Integer> found = new HashMap<>();
    for (String word : NO_LETTERS.split(words.toLowerCase(Locale.ROOT), -1)) {
      SMALL.forEach(
          (language, small) -> {
            if (small.contains(word)) {
              found.merge(language, 1, Integer::sum);
            }
          });
    }
    int most = found.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    List<Language> first =
        found.entrySet().stream()
            .filter(entry -> entry.getValue() == most)
            .map(Map.Entry::getKey)
            .toList();
    return most >= LEAST && first.size() == 1 ? Optional.of(first.get(0)) : Optional.empty();
  }
}
