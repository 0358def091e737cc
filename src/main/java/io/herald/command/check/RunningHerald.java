package io.herald.command.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** What a Herald that already serves with these settings says of itself. */
final class RunningHerald {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final @Nullable JsonNode health;

  private RunningHerald(@Nullable JsonNode health) {
    this.health = health;
  }

  /** Asks at the operations port. */
  static RunningHerald ask(int operationsPort) {
    if (operationsPort == 0) {
      return new RunningHerald(null);
    }
    URI uri = URI.create("http://127.0.0.1:" + operationsPort + "/health");
    try {
      HttpResponse<String> answer =
          HttpClient.newBuilder()
              .connectTimeout(PATIENCE)
              .build()
              .send(
                  HttpRequest.newBuilder(uri).timeout(PATIENCE).build(),
                  HttpResponse.BodyHandlers.ofString());
      JsonNode json = new ObjectMapper().readTree(answer.body());
      return new RunningHerald(json != null && json.path("checks").isObject() ? json : null);
    } catch (IOException nobodyOrSomebodyElse) {
      return new RunningHerald(null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new RunningHerald(null);
    }
  }

  boolean answers() {
    return health != null;
  }

  Outcome look() {
    var findings = new ArrayList<Finding>();
    if (health != null) {
      for (var check : health.path("checks").properties()) {
        String trouble = check.getValue().path("trouble").asText("");
        if (!trouble.isEmpty()) {
          findings.add(
              new Finding(
                  check.getKey() + ": " + trouble,
                  "Look at its log; /health on HERALD_OPERATIONS_PORT tells when it is over."));
        }
      }
    }
    return Outcome.of(findings);
  }
}
