package io.herald.checks;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words of a rule, one after another. In the pack {@code (a|b|)} stands for any of its
 * alternatives, the last of which may be nothing, and <code>{number}</code> for any number.
 *
 * @param language whose inflections are known; none for a name, which is found as it is written
 */
record Phrase(@Nullable Language language, List<String> words) {
  /** Stands for any number. */
  static final String NUMBER = "{number}";

  /** So many phrases may one line of a pack stand for. */
  static final int MOST = 1_000;

  private static final int LONGEST = 12;

  /** A line that is no phrase, with what is wrong. */
  static final class Wrong extends RuntimeException {
    Wrong(String message) {
      super(message, null, false, false);
    }
  }

  Phrase {
    words = List.copyOf(words);
  }

  /**
   * Every phrase that a line of a pack stands for.
   *
   * @throws Wrong where it stands for none, or for too many
   */
  static List<Phrase> read(String line, @Nullable Language language) {
    var phrases = new ArrayList<Phrase>();
    for (String one : alternatives(line)) {
      var words = new ArrayList<String>();
      int from = 0;
      int number = one.indexOf(NUMBER);
      while (number >= 0) {
        words.addAll(cut(one.substring(from, number), language));
        words.add(NUMBER);
        from = number + NUMBER.length();
        number = one.indexOf(NUMBER, from);
      }
      words.addAll(cut(one.substring(from), language));
      if (words.isEmpty() || words.stream().allMatch(NUMBER::equals)) {
        throw new Wrong("holds no word: \"" + line + "\"");
      }
      if (words.size() > LONGEST) {
        throw new Wrong("holds more than " + LONGEST + " words: \"" + line + "\"");
      }
      phrases.add(new Phrase(language, words));
    }
    return phrases;
  }

  private static List<String> cut(String words, @Nullable Language language) {
    List<Token> tokens = language == null ? Tokens.asWritten(words) : Tokens.stems(words, language);
    return tokens.stream().map(Token::word).toList();
  }

  private static List<String> alternatives(String line) {
    List<String> all = List.of("");
    int from = 0;
    while (from < line.length()) {
      int open = line.indexOf('(', from);
      if (open < 0) {
        return each(all, List.of(line.substring(from)), line);
      }
      int close = line.indexOf(')', open);
      if (close < 0) {
        throw new Wrong("has a bracket that is not closed: \"" + line + "\"");
      }
      if (line.substring(open + 1, close).contains("(")) {
        throw new Wrong("has a bracket within a bracket: \"" + line + "\"");
      }
      all = each(all, List.of(line.substring(from, open)), line);
      all = each(all, List.of(line.substring(open + 1, close).split("\\|", -1)), line);
      from = close + 1;
    }
    return all;
  }

  private static List<String> each(List<String> heads, List<String> tails, String line) {
    if (heads.size() * tails.size() > MOST) {
      throw new Wrong("stands for more than " + MOST + " phrases: \"" + line + "\"");
    }
    var all = new ArrayList<String>();
    for (String head : heads) {
      for (String tail : tails) {
        all.add(head + tail);
      }
    }
    return all;
  }
}
