package io.herald.chat;

import io.herald.words.Text;
import io.herald.words.Words;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Faults at an edge: an apology with a number to the person, the trace to the log, once. */
public final class Apologies {
  private static final Logger LOG = LoggerFactory.getLogger(Apologies.class);

  private final Supplier<String> numbers;

  /**
   * @param numbers gives each fault a number of its own
   */
  public Apologies(Supplier<String> numbers) {
    this.numbers = numbers;
  }

  /** Logs a fault that undid what was asked, and says what to tell the person. */
  public Text report(String what, Throwable fault) {
    return Words.text("fault", logged(what, fault));
  }

  /** Logs a fault that came after what was asked was done. */
  public Text reportAfterwards(String what, Throwable fault) {
    return Words.text("fault.afterwards", logged(what, fault));
  }

  private String logged(String what, Throwable fault) {
    String number = numbers.get();
    LOG.error("Incident {}: {}", number, what, fault);
    return number;
  }
}
