package io.herald.settings;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long a stage waits for a decision before somebody is reminded; zero for never.
 *
 * @param thread a line in the thread of the review card
 * @param deciders a message to each who may decide
 * @param admins a message to each admin
 */
public record ReminderTimes(Duration thread, Duration deciders, Duration admins) {
  /** What holds unless somebody says otherwise. */
  public static final ReminderTimes USUAL =
      new ReminderTimes(Duration.ofHours(24), Duration.ofHours(48), Duration.ofHours(72));

  /** Whether each is later than the one before it, those left out that never come. */
  boolean inOrder() {
    List<Duration> given =
        Stream.of(thread, deciders, admins).filter(time -> !time.isZero()).toList();
    return given.equals(given.stream().sorted().distinct().toList());
  }
}
