package io.herald.checks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Words that speak ill, in the four languages: what must not stand near a customer's name. */
final class NegativeWords {
  private static final List<Phrase> PHRASES = read();

  private NegativeWords() {}

  static List<Phrase> phrases() {
    return PHRASES;
  }

  private static List<Phrase> read() {
    var phrases = new ArrayList<Phrase>();
    for (Language language : Language.values()) {
      String name = "negative-" + language.word() + ".txt";
      try (InputStream in = NegativeWords.class.getResourceAsStream(name)) {
        if (in == null) {
          throw new IllegalStateException(name + " is missing from the jar");
        }
        new String(in.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .forEach(line -> phrases.addAll(Phrase.read(line, language)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return List.copyOf(phrases);
  }
}
