package io.herald.chat;

import io.herald.outbox.Engine;
import io.herald.outbox.Lane;
import io.herald.outbox.Nodes;
import io.herald.outbox.Outbox;
import io.herald.outbox.Pacer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** How much waits to be sent, and who sends it. */
final class Gauges {
  private Gauges() {}

  static void show(Outbox outbox, Engine engine, MeterRegistry meters) {
    for (Lane lane : Lane.values()) {
      Gauge.builder("herald.outbox.depth", outbox, o -> o.depth(lane))
          .tag("lane", lane.name().toLowerCase(Locale.ROOT))
          .register(meters);
    }
    Gauge.builder("herald.outbox.age.seconds", outbox, o -> o.age().toSeconds()).register(meters);
    Gauge.builder("herald.nodes", engine.nodes(), Nodes::count).register(meters);
    Gauge.builder("herald.workspaces.halted", engine.pacer(), Pacer::halts).register(meters);
  }
}
