package io.herald.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Trigger ids: the right to open one modal, once, and soon after what a person did. */
final class Triggers {
  private final Map<String, Trigger> minted = new HashMap<>();
  private final InstantSource clock;
  private final Duration life;
  private final Ids ids;
  private final String team;

  private record Trigger(String user, boolean inModal, Instant minted, boolean used) {}

  /**
   * @param life how long one serves; as long as the app may take to answer, three seconds with
   *     Slack
   */
  Triggers(InstantSource clock, Duration life, Ids ids, String team) {
    this.clock = clock;
    this.life = life;
    this.ids = ids;
    this.team = team;
  }

  /** A fresh one for what the person did just now, in a modal or elsewhere. */
  synchronized String mint(String user, boolean inModal) {
    String id =
        ids.next("", 13) + "." + team + "." + ids.next("", 32).toLowerCase(java.util.Locale.ROOT);
    minted.put(id, new Trigger(user, inModal, clock.instant(), false));
    return id;
  }

  /** Whom the trigger belongs to; it serves no second time. */
  synchronized String use(String id, boolean toPush) {
    Trigger trigger = minted.get(id);
    if (trigger == null) {
      throw new SlackError("invalid_trigger_id");
    }
    if (trigger.used()) {
      throw new SlackError("exchanged_trigger_id");
    }
    if (clock.instant().isAfter(trigger.minted().plus(life))) {
      throw new SlackError("expired_trigger_id");
    }
    if (toPush && !trigger.inModal()) {
      throw new SlackError("not_found");
    }
    minted.put(id, new Trigger(trigger.user(), trigger.inModal(), trigger.minted(), true));
    return trigger.user();
  }
}
