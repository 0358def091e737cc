package io.herald.sandbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of something that a person did, as far as they saw it at once.
 *
 * @param delivery the request; null if Slack's own client stopped it
 * @param message what was said in the answer itself; null if nothing
 * @param errors what was wrong in a form, by block id (by label, where a {@link Modal} tells)
 */
public record Outcome(
    @Nullable Delivery delivery, @Nullable Message message, Map<String, String> errors) {

  static Outcome of(Delivery delivery) {
    return new Outcome(delivery, null, Map.of());
  }

  static Outcome wrong(@Nullable Delivery delivery, Map<String, String> errors) {
    return new Outcome(delivery, null, errors);
  }

  /** The words of the answer; empty if there were none. */
  public String says() {
    return message == null ? "" : message.shown();
  }
}
