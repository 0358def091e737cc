package io.herald;

import io.herald.command.HeraldCommand;
import io.herald.command.Running;
import io.herald.outbox.Lease;
import io.herald.settings.Settings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/**
 * Herald as it is, but sure after seconds that a message was not sent, or that a node is dead, and
 * without a second between two messages in one channel.
 */
public final class ImpatientHerald {
  private static final Assembly.Patience PATIENCE =
      new Assembly.Patience(
          Duration.ofSeconds(3),
          new Lease(Duration.ofSeconds(3), Duration.ofMillis(500)),
          Duration.ofMillis(5));

  private ImpatientHerald() {}

  /** One in this process. */
  public static Running start(Map<String, String> settings) {
    return new Assembly(Settings.read(settings), InstantSource.system(), PATIENCE);
  }

  public static void main(String[] arguments) {
    var clock = InstantSource.system();
    System.exit(
        HeraldCommand.of(
                System.getenv(),
                settings -> new Assembly(settings, clock, PATIENCE),
                new DataAtHand(),
                clock)
            .execute(arguments));
  }
}
