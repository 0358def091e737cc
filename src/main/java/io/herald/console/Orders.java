package io.herald.console;

import io.herald.words.Refusal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The orders that whoever holds the data can carry out, by name. */
public final class Orders {
  private static final Logger log = LoggerFactory.getLogger(Orders.class);
  static final int FAILED = 1;

  private final Map<String, Order> byName;

  public Orders(Map<String, Order> byName) {
    this.byName = Map.copyOf(byName);
  }

  /** Carries out an order; whatever goes wrong is told, and is an exit code. */
  public int carryOut(String name, List<String> arguments, Told told) {
    Order order = byName.get(name);
    if (order == null) {
      told.complain("The Herald that runs does not know \"" + name + "\": is it an older one?");
      return FAILED;
    }
    try {
      return order.carryOut(arguments, told);
    } catch (Refusal refusal) {
      told.complain(refusal.text().plain(ZoneOffset.UTC));
      return FAILED;
    } catch (RuntimeException e) {
      // The edge: a fault of one order must not end what serves everybody.
      log.error("The order \"{}\" failed", name, e);
      told.complain("It failed: " + e.getMessage() + "\nThe log says more.");
      return FAILED;
    }
  }
}
