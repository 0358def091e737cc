package io.herald.network;

/** How a network can be opened with something to post. */
public enum Opening {
  /** Its composer takes words and link from an address of its own. */
  PREFILL,
  /** As PREFILL, once it is known on which server the member has an account. */
  PREFILL_ON_OWN_SERVER,
  /** The member's mail program opens with a message, by a {@code mailto:} link. */
  MAIL,
  /** It takes the link alone; the words are copied. */
  LINK_ONLY,
  /** Nothing opens from the web: caption and image are carried over by hand. */
  KIT
}
