package io.herald;

import io.herald.command.Running;
import io.herald.settings.Settings;
import io.herald.web.HealthChecks;
import io.herald.web.Metrics;
import io.herald.web.OperationsServer;
import io.herald.web.WebServer;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;

/** A Herald that only says how it is. */
record HealthOnly(Metrics metrics, OperationsServer operations, WebServer web) implements Running {

  static Running start(Settings settings) {
    var metrics = new Metrics();
    var health = new HealthChecks(List.of(), InstantSource.system());
    var listening = settings.listening();
    var operations = OperationsServer.start(listening.operationsPort(), health, metrics.registry());
    var web =
        WebServer.start(listening.bind(), listening.port(), List.of(), health, metrics.registry());
    return new HealthOnly(metrics, operations, web);
  }

  @Override
  public URI address() {
    return URI.create("http://127.0.0.1:" + web.port());
  }

  @Override
  public void close() {
    web.close();
    operations.close();
    metrics.close();
  }
}
