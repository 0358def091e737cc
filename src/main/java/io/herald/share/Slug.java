package io.herald.share;

import java.text.Normalizer;
import java.util.Locale;

/** A name as it stands in an address: lower case, words joined by hyphens. */
public final class Slug {
  private static final int LIMIT = 60;

  private Slug() {}

  /**
   * Letters of any script stay, accents go, everything else becomes a hyphen.
   *
   * @return at most 60 characters; empty where the name has neither letter nor digit
   */
  public static String of(String name) {
    String slug =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{Mn}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", "-")
            .replaceAll("^-|-$", "");
    if (slug.length() <= LIMIT) {
      return slug;
    }
    int end = Character.isHighSurrogate(slug.charAt(LIMIT - 1)) ? LIMIT - 1 : LIMIT;
    return slug.substring(0, end).replaceAll("-$", "");
  }
}
