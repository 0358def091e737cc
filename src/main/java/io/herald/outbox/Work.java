package io.herald.outbox;

/**
 * A piece of work that was claimed.
 *
 * @param wanted how often it had been asked for when it was claimed
 * @param attempts how often it was tried before, in vain
 * @param node which node claimed it
 * @param workspace whose pace it follows, where it is bulk; 0 as long as nobody knows it
 */
public record Work(
    long id,
    int lane,
    String kind,
    long subject,
    long wanted,
    int attempts,
    long node,
    long workspace) {

  public boolean isBulk() {
    return lane == Lane.BULK.number();
  }
}
