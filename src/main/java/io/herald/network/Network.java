package io.herald.network;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A network that a member can share a post on.
 *
 * <p>The code stands inside share links and in the database and is never given to another network;
 * the slug stands in {@code utm_source} and in addresses. Limits are those of an ordinary account
 * and hold for everything that is posted together: words, disclosure, hashtags and link.
 */
public enum Network {
  LINKEDIN(1, "linkedin", "LinkedIn", Measure.UTF_16, 3_000) {
    @Override
    public int unfolded() {
      return 140;
    }
  },
  X(2, "x", "X", Measure.TWITTER, 280),
  /** Facebook itself stops at 63,206. */
  FACEBOOK(3, "facebook", "Facebook", Measure.UTF_16, 63_000) {
    @Override
    public int unfolded() {
      return 400;
    }
  },
  BLUESKY(4, "bluesky", "Bluesky", Measure.BLUESKY, 300),
  THREADS(5, "threads", "Threads", Measure.THREADS, 500),
  TELEGRAM(6, "telegram", "Telegram", Measure.UTF_16, 4_096),
  /** WhatsApp publishes no limit; a longer text in its address is cut off by some phones. */
  WHATSAPP(7, "whatsapp", "WhatsApp", Measure.UTF_16, 1_000),
  /** A server may allow more than 500; none allows less. */
  MASTODON(8, "mastodon", "Mastodon", Measure.MASTODON, 500),
  /** E-mail has no limit of its own: this is what still reads as a message to a colleague. */
  EMAIL(9, "email", "E-mail", Measure.UTF_16, 10_000),
  INSTAGRAM(10, "instagram", "Instagram", Measure.UTF_16, 2_200) {
    @Override
    public int unfolded() {
      return 125;
    }
  };

  private static final Map<Integer, Network> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toMap(Network::code, Function.identity()));
  private static final Map<String, Network> BY_SLUG =
      Arrays.stream(values()).collect(Collectors.toMap(Network::slug, Function.identity()));

  private final int code;
  private final String slug;
  private final String label;
  private final Measure measure;
  private final int limit;

  Network(int code, String slug, String label, Measure measure, int limit) {
    this.code = code;
    this.slug = slug;
    this.label = label;
    this.measure = measure;
    this.limit = limit;
  }

  /** From 1 to 255, for ever this network's. */
  public int code() {
    return code;
  }

  /** Lower-case ASCII, as in {@code utm_source}. */
  public String slug() {
    return slug;
  }

  /** The name as people read it. */
  public String label() {
    return label;
  }

  /** The greatest count of a text that the network takes. */
  public int limit() {
    return limit;
  }

  /**
   * How long the bio of a profile may be there, counted as posts are: what each network's form for
   * it takes (LinkedIn's is the headline); 0 where there is none that the public reads.
   */
  public Length bioLength(String text) {
    int most =
        switch (this) {
          case LINKEDIN -> 220;
          case X -> 160;
          case FACEBOOK -> 101;
          case BLUESKY -> 256;
          case THREADS, INSTAGRAM -> 150;
          case MASTODON -> 500;
          case TELEGRAM, WHATSAPP, EMAIL -> 0;
        };
    return new Length(measure.count(LineEnds.unix(text)), most, true);
  }

  /**
   * How many characters of a post readers see before they unfold it with "more". Networks promise
   * no number; those that fold have a cautious one here, and all others show what they take.
   */
  public int unfolded() {
    return Integer.MAX_VALUE;
  }

  /** How long the network finds the text, line ends counted as one character each. */
  public Length length(String text) {
    String asPosted = LineEnds.unix(text);
    return new Length(measure.count(asPosted), limit, measure.admits(asPosted));
  }

  public static Optional<Network> ofCode(int code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  public static Optional<Network> ofSlug(String slug) {
    return Optional.ofNullable(BY_SLUG.get(slug));
  }
}
