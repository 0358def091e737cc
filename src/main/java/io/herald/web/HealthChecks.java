package io.herald.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All the checks of one Herald. Their answer is kept for a second, so that whoever asks without end
 * does not keep the database busy.
 */
public final class HealthChecks {
  private static final Logger log = LoggerFactory.getLogger(HealthChecks.class);
  private static final Duration KEPT = Duration.ofSeconds(1);

  private final List<Health> checks;
  private final InstantSource clock;
  private Instant checkedAt = Instant.MIN;
  private HealthReport report = new HealthReport(false, new LinkedHashMap<>());

  public HealthChecks(List<Health> checks, InstantSource clock) {
    this.checks = List.copyOf(checks);
    this.clock = clock;
  }

  synchronized HealthReport report() {
    Instant now = clock.instant();
    if (now.isBefore(checkedAt) || !now.isBefore(checkedAt.plus(KEPT))) {
      report = look();
      checkedAt = now;
    }
    return report;
  }

  private HealthReport look() {
    boolean ready = true;
    var troubles = new LinkedHashMap<String, Optional<String>>();
    for (Health health : checks) {
      Optional<String> trouble = trouble(health);
      ready &= trouble.isEmpty() || !health.vital();
      troubles.put(health.name(), trouble);
    }
    return new HealthReport(ready, troubles);
  }

  private static Optional<String> trouble(Health health) {
    try {
      return health.check().trouble();
    } catch (RuntimeException e) {
      log.warn("The check of {} failed", health.name(), e);
      return Optional.of("The check itself failed, see the log.");
    }
  }
}
