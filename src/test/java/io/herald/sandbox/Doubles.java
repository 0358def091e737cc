package io.herald.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;

/** Small workspaces for tests. */
final class Doubles {
  private Doubles() {}

  /** A clock that a test moves. */
  static final class Clock implements InstantSource {
    private Instant now = Instant.parse("2026-11-22T09:00:00Z");

    @Override
    public synchronized Instant instant() {
      return now;
    }

    synchronized void pass(Duration time) {
      now = now.plus(time);
    }
  }

  static Setup setup(InstantSource clock) {
    return Setup.with(clock, new Random(7));
  }

  static SlackDouble start() {
    return peopled(SlackDouble.start(setup(InstantSource.system())));
  }

  static SlackDouble start(InstantSource clock) {
    return peopled(SlackDouble.start(setup(clock)));
  }

  /** Amira and Ben in #general, Clara and the bot in #approvals as well. */
  static SlackDouble peopled(SlackDouble slack) {
    slack.addPerson("U0AMIRA", "Amira Haddad");
    slack.addPerson("U0BEN", "Ben Okafor");
    slack.addPerson("U0CLARA", "Clara Novak");
    slack.addChannel("C0GENERAL", "general", "U0AMIRA", "U0BEN", "U0CLARA");
    slack.addChannel("C0APPROVALS", "approvals", "U0CLARA", "U0HERALD");
    return slack;
  }
}
