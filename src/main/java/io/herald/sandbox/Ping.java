package io.herald.sandbox;

/** A notification that a message sets off. */
public record Ping(Kind kind, String whom) {
  /** How many it reaches. */
  public enum Kind {
    /** A whole channel or workspace: {@code <!channel>}, {@code <!here>}, {@code <!everyone>}. */
    BROADCAST,
    /** A user group. */
    GROUP,
    /** One person. */
    PERSON
  }
}
