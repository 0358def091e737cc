package io.herald.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * How fast the double may be called: so often a minute in the whole workspace, and once a second in
 * each channel. Nothing is limited unless asked for. It counts who calls before the time is over
 * for which they were told to wait, which Slack takes ill, and refuses them where it limits
 * anything.
 */
public final class Limits {
  private static final Duration A_SECOND = Duration.ofSeconds(1);

  private final InstantSource clock;
  private final Map<String, Bucket> buckets = new HashMap<>();
  private final Map<String, Instant> channels = new HashMap<>();
  private final Map<String, Hold> holds = new HashMap<>();
  private String perChannel = "";
  private Duration underWay = Duration.ofMillis(750);
  private long refused;
  private long early;

  /** Limits nothing yet. */
  public Limits(InstantSource clock) {
    this.clock = clock;
  }

  /** Since when, and until when, nobody is to call. */
  private record Hold(Instant told, Instant until) {}

  /** What may be used now, filled evenly up to what a second brings. */
  private static final class Bucket {
    final double perSecond;
    double left;
    Instant filled;

    Bucket(double perSecond, Instant now) {
      this.perSecond = perSecond;
      this.left = Math.max(1, perSecond);
      this.filled = now;
    }

    boolean take(Instant now) {
      double seconds = Duration.between(filled, now).toNanos() / 1e9;
      left = Math.min(Math.max(1, perSecond), left + Math.max(0, seconds) * perSecond);
      filled = now;
      if (left < 1) {
        return false;
      }
      left--;
      return true;
    }
  }

  /** From now on a method may be called so often a minute, by all together. */
  public synchronized void permit(String method, int perMinute) {
    buckets.put(method, new Bucket(perMinute / 60.0, clock.instant()));
  }

  /** From now on a method may be called once a second in each channel. */
  public synchronized void oncePerSecondAndChannel(String method) {
    perChannel = method;
  }

  /** How long a call may have been on its way already when a refusal was told. */
  public synchronized void underWay(Duration atMost) {
    underWay = atMost;
  }

  /** How many calls were refused for their pace. */
  public synchronized long refused() {
    return refused;
  }

  /** How many calls came though their method was to be left alone, those under way left out. */
  public synchronized long early() {
    return early;
  }

  /**
   * What a call of the method meets: it is too much, or what it is told to get wrong.
   *
   * @param where the channel or person that it goes to; not asked where that changes nothing
   */
  public Fault meets(String method, Supplier<String> where, Faults faults) {
    OptionalInt wait = refuse(method, where);
    if (wait.isPresent()) {
      return Fault.rateLimited(wait.getAsInt());
    }
    Fault fault = faults.take(method, where);
    String header = fault.header();
    if (fault.status() == 429 && header != null && header.matches("\\d{1,6}")) {
      held(method, Integer.parseInt(header));
    }
    return fault;
  }

  /** The seconds after which the method may be called again, where this call is too much. */
  synchronized OptionalInt refuse(String method, Supplier<String> where) {
    Instant now = clock.instant();
    Hold hold = holds.get(method);
    if (hold != null && now.isBefore(hold.until)) {
      if (now.isAfter(hold.told.plus(underWay))) {
        early++;
      }
      if (limiting()) {
        refused++;
        return OptionalInt.of(seconds(Duration.between(now, hold.until)));
      }
    }
    String channel = method.equals(perChannel) ? where.get() : "";
    if (!channel.isEmpty()) {
      Instant last = channels.get(channel);
      if (last != null && now.isBefore(last.plus(A_SECOND))) {
        return held(method, 1);
      }
    }
    Bucket bucket = buckets.get(method);
    if (bucket != null && !bucket.take(now)) {
      return held(method, 1);
    }
    if (!channel.isEmpty()) {
      channels.put(channel, now);
    }
    return OptionalInt.empty();
  }

  /** The method is to be left alone for so long, whoever says so. */
  private synchronized OptionalInt held(String method, int seconds) {
    Instant now = clock.instant();
    holds.put(method, new Hold(now, now.plusSeconds(seconds)));
    refused++;
    return OptionalInt.of(seconds);
  }

  private boolean limiting() {
    return !buckets.isEmpty() || !perChannel.isEmpty();
  }

  private static int seconds(Duration left) {
    return (int) Math.max(1, left.plusMillis(999).toSeconds());
  }
}
