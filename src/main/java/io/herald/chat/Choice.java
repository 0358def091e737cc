package io.herald.chat;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a person can press.
 *
 * @param label what stands on it
 * @param tone how it should strike the eye
 * @param intent what pressing it means; for a link what to note of it, which is nothing but an
 *     acknowledgement
 * @param link where a link leads, an http or https address; none for a choice that Herald handles
 * @param spoken what a screen reader says instead of the label, where the label repeats on a card
 */
public record Choice(
    String label, Tone tone, Intent intent, @Nullable String link, @Nullable String spoken) {
  /** How a choice strikes the eye. */
  public enum Tone {
    PLAIN,
    MAIN,
    DANGER
  }

  public static Choice of(String label, Intent intent) {
    return new Choice(label, Tone.PLAIN, intent, null, null);
  }

  public static Choice main(String label, Intent intent) {
    return new Choice(label, Tone.MAIN, intent, null, null);
  }

  public static Choice danger(String label, Intent intent) {
    return new Choice(label, Tone.DANGER, intent, null, null);
  }

  /** A choice that opens an address; {@code name} tells one link of a card from another. */
  public static Choice link(String label, String address, String name) {
    return new Choice(label, Tone.PLAIN, new Intent.FollowLink(name), address, null);
  }

  public Choice spoken(String words) {
    return new Choice(label, tone, intent, link, words);
  }
}
