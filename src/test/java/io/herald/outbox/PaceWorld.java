package io.herald.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * A platform with a hidden ceiling, and nodes that always have something to send, in their own
 * time.
 */
final class PaceWorld {
  private static final int BATCH_MILLIS = 500;

  private final Random random;
  private final long latency;
  private final double burstSeconds;
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingDouble(Event::at));
  private Pace pace = Pace.unknown(Instant.EPOCH);
  private double now;
  private double ceiling;
  private double tokens;
  private double filledAt;
  private double storm;
  private long passed;
  private long refused;

  /** How many calls were let through and refused. */
  record Count(long passed, long refused) {}

  private record Event(double at, Runnable run) {}

  PaceWorld(Random random) {
    this.random = random;
    this.latency = 20 + random.nextInt(300);
    this.burstSeconds = 1 + random.nextDouble();
    int nodes = 1 + random.nextInt(3);
    for (int node = 0; node < nodes; node++) {
      later(node, this::send);
    }
  }

  void ceiling(double perMinute) {
    fill();
    ceiling = perMinute;
  }

  /** From now on so many of the calls are refused whatever their number. */
  void storm(double share) {
    storm = share;
  }

  Count pass(Duration time) {
    double end = now + time.toMillis();
    passed = 0;
    refused = 0;
    while (events.element().at() < end) {
      Event event = events.remove();
      now = event.at();
      event.run().run();
    }
    now = end;
    return new Count(passed, refused);
  }

  private void later(double millis, Runnable run) {
    events.add(new Event(now + millis, run));
  }

  private Instant instant() {
    return Instant.ofEpochMilli((long) now);
  }

  private void send() {
    Instant at = instant();
    pace = pace.at(at);
    if (pace.nextAt().isAfter(at)) {
      later(Math.max(1, pace.nextAt().toEpochMilli() - now), this::send);
      return;
    }
    double gap = pace.gap(at);
    int permits = (int) Math.max(1, BATCH_MILLIS / gap);
    Instant begun = at;
    for (int i = 0; i < permits; i++) {
      later(i * gap + random.nextDouble() * 5, () -> call(begun));
    }
    pace = pace.take(permits, at);
    later(Math.max(1, pace.nextAt().toEpochMilli() - now + random.nextInt(3)), this::send);
  }

  private void call(Instant permitFrom) {
    Instant at = instant();
    if (permitFrom.isBefore(pace.pausedUntil()) && at.isBefore(pace.pausedUntil())) {
      return;
    }
    fill();
    boolean stormy = random.nextDouble() < storm;
    if (!stormy && tokens >= 1) {
      tokens--;
      passed++;
      return;
    }
    refused++;
    long wait =
        stormy ? 1 + random.nextInt(3) : (long) Math.max(1, Math.ceil((1 - tokens) * 60 / ceiling));
    later(latency, () -> pace = pace.refused(instant(), at, Duration.ofSeconds(wait)));
  }

  private void fill() {
    double most = Math.max(2, burstSeconds * ceiling / 60);
    tokens = Math.min(most, tokens + (now - filledAt) * ceiling / 60_000);
    filledAt = now;
  }
}
