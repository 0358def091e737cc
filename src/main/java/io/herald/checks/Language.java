package io.herald.checks;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.util.ElisionFilter;

/** The languages whose inflections are known: a phrase is found however its words are inflected. */
// Lucene does not say so, but its analysers and their shared sets do not change.
@SuppressWarnings("ImmutableEnumChecker")
enum Language {
  EN(SmallWords.ENGLISH) {
    @Override
    TokenStream stems(TokenStream words) {
      return new SnowballFilter(new EnglishPossessiveFilter(words), "English");
    }
  },
  FR(FrenchAnalyzer.getDefaultStopSet()) {
    @Override
    TokenStream stems(TokenStream words) {
      return new FrenchLightStemFilter(new ElisionFilter(words, FrenchAnalyzer.DEFAULT_ARTICLES));
    }
  },
  DE(GermanAnalyzer.getDefaultStopSet()) {
    @Override
    TokenStream stems(TokenStream words) {
      return new GermanLightStemFilter(new GermanNormalizationFilter(words));
    }
  },
  ES(SpanishAnalyzer.getDefaultStopSet()) {
    @Override
    TokenStream stems(TokenStream words) {
      return new SpanishLightStemFilter(words);
    }
  };

  private final CharArraySet small;
  private final Analyzer analyzer =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          Tokenizer words = new StandardTokenizer();
          return new TokenStreamComponents(words, stems(new LowerCaseFilter(words)));
        }
      };

  Language(CharArraySet small) {
    this.small = small;
  }

  abstract TokenStream stems(TokenStream words);

  /** Cuts a text into words, and each to its stem. */
  Analyzer analyzer() {
    return analyzer;
  }

  /** Whether a word in small letters is one of those that every text of this language has. */
  boolean isSmallWord(String word) {
    return small.contains(word);
  }

  /** How a pack writes it: {@code en}. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Language> of(String word) {
    return Arrays.stream(values()).filter(l -> l.word().equals(word)).findFirst();
  }
}
