package io.herald.network;

/**
 * What a member posts.
 *
 * @param headline the subject of an e-mail; networks do not show it
 * @param text the words, disclosure and hashtags included, without the link; may be empty
 * @param link an absolute http or https address
 */
public record Message(String headline, String text, String link) {

  public Message {
    text = LineEnds.unix(text).strip();
  }

  /** The message without its words, for where they are copied by hand. */
  public Message linkAlone() {
    return new Message(headline, "", link);
  }

  /** The words with the link at their end, on a paragraph of its own. */
  public String whole() {
    return text.isEmpty() ? link : text + "\n\n" + link;
  }
}
