package io.herald.chat.slack;

import io.herald.chat.Ask;
import io.herald.sandbox.Delivery;

/**
 * Takes requests in a process of its own, started with whatever charset and environment, and prints
 * what came of them in ASCII.
 */
final class StrangeMachine {
  private StrangeMachine() {}

  public static void main(String[] args) {
    try (SlackHouse house = new SlackHouse().connected()) {
      Delivery event =
          Odd.event(
              house,
              "{\"type\":\"app_home_opened\",\"user\":\"U0ANN\",\"tab\":\"home\","
                  + "\"word\":\"\u00e9\uD83C\uDF89\"}");
      house.slack.as("Ann Author").command("/herald caf\u00e9 \uD83C\uDF89");
      System.out.println("event " + event.status());
      for (Ask ask : house.asks) {
        ask.intent()
            .toString()
            .chars()
            .forEach(c -> System.out.print(c < 128 ? (char) c : "\\" + Integer.toHexString(c)));
        System.out.println();
      }
      System.out.println("calls " + house.slack.ledger().attempts("auth.test"));
    }
  }
}
