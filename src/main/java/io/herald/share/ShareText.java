package io.herald.share;

import io.herald.network.Length;
import io.herald.network.Message;
import io.herald.network.Network;

/**
 * What a member posts on a network, whole: words, disclosure and hashtags, and the link.
 *
 * @param length how long the network finds all of it together
 */
public record ShareText(Network network, Message message, Length length) {
  /**
   * Puts a text together; nothing is shortened, {@link #fits} says whether the network takes it.
   *
   * @param disclosure what says that the writer works there, with any hashtags; may be empty, and
   *     is not repeated where the words hold it already
   */
  public static ShareText of(
      Network network, String headline, String words, String disclosure, String link) {
    String said = words.strip();
    String disclosed = disclosure.strip();
    String text =
        disclosed.isEmpty() || said.contains(disclosed) ? said : (said + "\n\n" + disclosed);
    Message message = new Message(headline, text, link);
    return new ShareText(network, message, network.length(message.whole()));
  }

  public boolean fits() {
    return length.fits();
  }

  /** Words, disclosure and link, as they are posted. */
  public String whole() {
    return message.whole();
  }
}
