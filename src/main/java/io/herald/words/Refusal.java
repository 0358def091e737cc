package io.herald.words;

/**
 * What a person asked for is not allowed, or not possible now. It carries the plain words to show
 * them, undoes the transaction that it is thrown in, and is never logged as a fault.
 */
public final class Refusal extends RuntimeException {
  private final transient Text text;
  private final String key;

  public Refusal(String key, Object... args) {
    super(key, null, false, false);
    this.key = key;
    this.text = Words.text(key, args);
  }

  /** Which refusal it is: its key in the bundle. */
  public String key() {
    return key;
  }

  /** What to tell the person. */
  public Text text() {
    return text;
  }
}
