package io.herald.share;

import io.herald.network.Length;
import io.herald.network.Message;
import io.herald.network.Network;
import io.herald.policy.Disclosure;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What a member posts on a network, whole: words, disclosure and hashtags, and the link.
 *
 * @param length how long the network finds all of it together
 * @param disclosure what the organisation wants said
 * @param said what of it is said here: its words, its shorter form, or nothing
 */
public record ShareText(
    Network network, Message message, Length length, Disclosure disclosure, String said) {
  /**
   * Puts a text together; no word is shortened, {@link #fits} says whether the network takes it. Of
   * the disclosure the longest form is taken that fits. One that is required is never left out; one
   * that is advised gives way where no form of it fits.
   *
   * @param disclosure is not repeated where the words hold it already
   */
  public static ShareText of(
      Network network, String headline, String words, Disclosure disclosure, String link) {
    ShareText text = null;
    for (String said : forms(disclosure)) {
      text = with(network, headline, words.strip(), disclosure, said, link);
      if (text.fits()) {
        return text;
      }
    }
    return java.util.Objects.requireNonNull(text);
  }

  /** What may be said, the fullest first; never nothing where it is required. */
  private static Set<String> forms(Disclosure disclosure) {
    var forms = new LinkedHashSet<String>();
    forms.add(disclosure.words());
    if (!disclosure.shorter().isEmpty()) {
      forms.add(disclosure.shorter());
    }
    if (!disclosure.required()) {
      forms.add("");
    }
    return forms;
  }

  private static ShareText with(
      Network network,
      String headline,
      String words,
      Disclosure disclosure,
      String said,
      String link) {
    Message message = new Message(headline, beside(network, words, said), link);
    return new ShareText(network, message, network.length(message.whole()), disclosure, said);
  }

  /** Behind the words; before them where the network would fold the end away. */
  private static String beside(Network network, String words, String said) {
    if (said.isEmpty() || words.isEmpty()) {
      return words + said;
    }
    int at = words.toLowerCase(Locale.ROOT).indexOf(said.toLowerCase(Locale.ROOT));
    if (at >= 0 && at + said.length() <= network.unfolded()) {
      return words;
    }
    String behind = words + "\n\n" + said;
    return behind.length() <= network.unfolded() ? behind : said + "\n\n" + words;
  }

  public boolean fits() {
    return length.fits();
  }

  /** Whether the shorter form is said because the full one does not fit. */
  public boolean saysShorter() {
    return !said.isEmpty() && !said.equals(disclosure.words());
  }

  /** Whether an advised disclosure is left out because no form of it fits. */
  public boolean leavesOut() {
    return said.isEmpty() && !disclosure.words().isEmpty();
  }

  /** Words, disclosure and link, as they are posted. */
  public String whole() {
    return message.whole();
  }
}
