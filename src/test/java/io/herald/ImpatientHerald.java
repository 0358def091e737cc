package io.herald;

import io.herald.command.HeraldCommand;
import java.time.Duration;
import java.time.InstantSource;

/** Herald as it is, but sure after seconds that a message which is not there was not sent. */
public final class ImpatientHerald {
  private static final Duration SETTLE = Duration.ofSeconds(3);

  private ImpatientHerald() {}

  public static void main(String[] arguments) {
    var clock = InstantSource.system();
    System.exit(
        HeraldCommand.of(System.getenv(), settings -> new Assembly(settings, clock, SETTLE), clock)
            .execute(arguments));
  }
}
