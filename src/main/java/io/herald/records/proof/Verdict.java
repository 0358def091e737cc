package io.herald.records.proof;

import java.util.List;

/**
 * What came of verifying an export.
 *
 * @param entries how many entries it proves, or would
 * @param shown how many of them with their content
 * @param broken what is wrong, in the order in which it was found
 */
public record Verdict(long entries, long shown, List<Fault> broken) {
  /**
   * Something that is wrong.
   *
   * @param number the entry with which it shows; 0 where it is no entry
   */
  public record Fault(long number, String what) {}

  public boolean whole() {
    return broken.isEmpty();
  }

  /** The first entry that is broken; 0 where it is not an entry that is. */
  public long firstBroken() {
    return broken.stream().mapToLong(Fault::number).filter(n -> n > 0).min().orElse(0);
  }
}
