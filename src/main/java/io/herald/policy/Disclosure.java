package io.herald.policy;

/**
 * What a share says of its writer's tie to the organisation.
 *
 * @param words as "I work for Acme"; empty where nothing is said
 * @param shorter what may stand in their place where they do not fit, as "#AcmeEmployee"; may be
 *     empty
 */
public record Disclosure(Mode mode, String words, String shorter) {
  /** The most characters of the words. */
  public static final int WORDS = 200;

  /** The most characters of the shorter form, so that a share button can name it. */
  public static final int SHORTER = 40;

  /** Nothing is said. */
  public static final Disclosure NONE = new Disclosure(Mode.OFF, "", "");

  /** How much it matters. */
  public enum Mode {
    OFF,
    /** It is said unless the member leaves it out, or it does not fit. */
    ADVISED,
    /** Nothing is shared without it. */
    REQUIRED
  }

  public boolean required() {
    return mode == Mode.REQUIRED;
  }

  /** The same, in its shortest form, as if nothing could be shared without it. */
  public Disclosure insisted() {
    return new Disclosure(Mode.REQUIRED, shortly().words(), "");
  }

  /** The same said shortly, where there is a shorter form. */
  public Disclosure shortly() {
    return shorter.isEmpty() ? this : new Disclosure(mode, shorter, "");
  }
}
