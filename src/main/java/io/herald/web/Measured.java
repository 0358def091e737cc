package io.herald.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.EventsHandler;
import org.eclipse.jetty.util.NanoTime;
import org.jspecify.annotations.Nullable;

/** Times what a mount answers, from the first byte in to the last one out. */
final class Measured extends EventsHandler {
  private final String mount;
  private final MeterRegistry meters;
  private final ConcurrentMap<Integer, Timer> timers = new ConcurrentHashMap<>();

  Measured(String mount, Handler next, MeterRegistry meters) {
    super(next);
    this.mount = mount;
    this.meters = meters;
  }

  @Override
  protected void onComplete(
      Request request, int status, HttpFields headers, @Nullable Throwable failure) {
    timers
        .computeIfAbsent(status, this::timer)
        .record(Duration.ofNanos(NanoTime.since(request.getBeginNanoTime())));
  }

  /** The last bound is Slack's: what it has to wait three seconds for, it gives up. */
  private Timer timer(int status) {
    return Timer.builder("herald.http.requests")
        .description("Requests to the public port, from the first byte in to the last one out")
        .tag("mount", mount)
        .tag("status", Integer.toString(status))
        .serviceLevelObjectives(
            Duration.ofMillis(10),
            Duration.ofMillis(50),
            Duration.ofMillis(250),
            Duration.ofSeconds(1),
            Duration.ofSeconds(3))
        .register(meters);
  }
}
