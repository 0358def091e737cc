package io.herald.checks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A look through all that is written, after a pack changed or some of its rules began or ended.
 *
 * @param before the pack as it was in force before; none where it was not
 * @param beforeAt a moment before its rules began or ended; none where somebody changed it
 * @param member who changed it; none where it was changed at the command line, or by nobody
 * @param posts how many were looked at; none before it is done
 */
public record Recheck(
    long id,
    String pack,
    @Nullable String before,
    @Nullable Instant beforeAt,
    @Nullable Long member,
    Instant at,
    @Nullable Integer posts,
    @Nullable Instant doneAt) {

  /** Whether nobody changed the pack: its rules began or ended by themselves. */
  public boolean byItself() {
    return beforeAt != null;
  }

  /** Something that the pack finds now and did not find before. */
  public record Found(long post, int revision, String name, String words) {}
}
