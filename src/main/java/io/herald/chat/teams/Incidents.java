package io.herald.chat.teams;

import io.herald.words.Text;
import io.herald.words.Words;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Faults at this edge: an apology with a number to the person, the trace to the log, once. */
final class Incidents {
  private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);

  private final Supplier<String> numbers;

  Incidents(Supplier<String> numbers) {
    this.numbers = numbers;
  }

  /** Logs a fault that undid what was asked, and says what to tell the person. */
  Text report(String what, Throwable fault) {
    return Words.text("teams.fault", logged(what, fault));
  }

  /** Logs a fault that came after what was asked was done. */
  Text reportAfterwards(String what, Throwable fault) {
    return Words.text("teams.fault.afterwards", logged(what, fault));
  }

  private String logged(String what, Throwable fault) {
    String number = numbers.get();
    LOG.error("Incident {}: {}", number, what, fault);
    return number;
  }
}
