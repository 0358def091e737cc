package io.herald.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Cuts texts into words, as they were written and as the stems of a language. */
final class Tokens {
  /** A language counts as spoken with a third of the small words of the one most spoken. */
  private static final int SHARE = 3;

  private static final Analyzer AS_WRITTEN = new AsWritten();

  private Tokens() {}

  /** The words as they were written, without what follows an apostrophe in English. */
  static List<Token> asWritten(String text) {
    return cut(AS_WRITTEN, text);
  }

  /** The words' stems in a language; as many as there are words. */
  static List<Token> stems(String text, Language language) {
    return cut(language.analyzer(), text);
  }

  /** The languages that a text seems to be written in; all, where it is too short to tell. */
  static Set<Language> spoken(List<Token> written) {
    Map<Language, Integer> counts = new EnumMap<>(Language.class);
    int most = 0;
    for (Language language : Language.values()) {
      int count = 0;
      for (Token token : written) {
        if (language.isSmallWord(token.word().toLowerCase(Locale.ROOT))) {
          count++;
        }
      }
      counts.put(language, count);
      most = Math.max(most, count);
    }
    Set<Language> spoken = EnumSet.noneOf(Language.class);
    for (Language language : Language.values()) {
      if (counts.getOrDefault(language, 0) * SHARE >= most) {
        spoken.add(language);
      }
    }
    return spoken;
  }

  private static List<Token> cut(Analyzer analyzer, String text) {
    var tokens = new ArrayList<Token>();
    try (TokenStream words = analyzer.tokenStream("text", text)) {
      var word = words.addAttribute(CharTermAttribute.class);
      var place = words.addAttribute(OffsetAttribute.class);
      words.reset();
      while (words.incrementToken()) {
        tokens.add(new Token(new Span(place.startOffset(), place.endOffset()), word.toString()));
      }
      words.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory was read", e);
    }
    return tokens;
  }
}
