package io.herald.network;

/**
 * How long a network finds a text.
 *
 * @param count in the network's own units
 * @param limit the greatest count that it takes
 * @param admitted whether the network's other rules, such as a limit in bytes, let the text in
 */
public record Length(int count, int limit, boolean admitted) {

  public boolean fits() {
    return admitted && count <= limit;
  }

  /** By how many units the text is too long; 0 where the count is within the limit. */
  public int over() {
    return Math.max(0, count - limit);
  }
}
