package io.herald.network;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.twitter.twittertext.TwitterTextEmojiRegex;
import com.twitter.twittertext.TwitterTextParser;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways in which networks count a text. */
enum Measure {
  /** UTF-16 code units, never fewer than code points: for networks that do not say which. */
  UTF_16 {
    @Override
    int count(String text) {
      return text.length();
    }
  },

  /** X's weighted count, configuration 3 of twitter-text: a link is 23, an emoji 2, CJK 2 each. */
  TWITTER {
    @Override
    int count(String text) {
      return COUNTED.get(text, same -> TwitterTextParser.parseTweet(same).weightedLength);
    }

    @Override
    boolean admits(String text) {
      // X refuses byte order marks and noncharacters in a post, and gives no other reason.
      return text.codePoints().noneMatch(c -> c == 0xFFFE || c == 0xFEFF || c == 0xFFFF);
    }
  },

  /** Extended grapheme clusters, and at most 3,000 bytes: app.bsky.feed.post. */
  BLUESKY {
    @Override
    int count(String text) {
      return graphemes(text);
    }

    @Override
    boolean admits(String text) {
      return text.getBytes(StandardCharsets.UTF_8).length <= 3_000;
    }
  },

  /** Code points, but an emoji as many as it has UTF-8 bytes: Threads API, "Threads Posts". */
  THREADS {
    @Override
    int count(String text) {
      int count = text.codePointCount(0, text.length());
      Matcher emoji = TwitterTextEmojiRegex.VALID_EMOJI_PATTERN.matcher(text);
      while (emoji.find()) {
        String found = emoji.group();
        count +=
            found.getBytes(StandardCharsets.UTF_8).length - found.codePointCount(0, found.length());
      }
      return count;
    }
  },

  /** Grapheme clusters, each web address as 23 of them however long it is. */
  MASTODON {
    @Override
    int count(String text) {
      return graphemes(LINK.matcher(text).replaceAll("x".repeat(23)));
    }
  };

  /** A post is counted for each card that is drawn of it, and has few wordings. */
  private static final Cache<String, Integer> COUNTED =
      Caffeine.newBuilder()
          .maximumWeight(500_000)
          .weigher((String text, Integer count) -> text.length() + 50)
          .build();

  /** BreakIterator on JDK 17 splits emoji sequences and flags; {@code \X} does not. */
  private static final Pattern GRAPHEME = Pattern.compile("\\X");

  /** Punctuation that ends a sentence is not part of the address before it. */
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:!?)']");

  abstract int count(String text);

  /** Whether the network takes the text apart from its count. */
  boolean admits(String text) {
    return true;
  }

  private static int graphemes(String text) {
    Matcher cluster = GRAPHEME.matcher(text);
    int count = 0;
    while (cluster.find()) {
      count++;
    }
    return count;
  }
}
