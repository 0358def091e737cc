package io.herald.chat.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.herald.sandbox.Delivery;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests with Slack's signature that Slack's own client would not send. */
final class Odd {
  static final String TEAM = "\"team\":{\"id\":\"T0ACME\"},\"api_app_id\":\"A0HERALD\",";
  static final String ANN = "\"user\":{\"id\":\"U0ANN\",\"team_id\":\"T0ACME\"},";

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private Odd() {}

  /** A click with these actions (JSON), answered at an address. */
  static Delivery click(SlackHouse house, String origin, String actions, String answerAt) {
    return interaction(
        house,
        "{\"type\":\"block_actions\","
            + origin
            + ANN
            + "\"trigger_id\":\"t\",\"container\":{\"type\":\"message\",\"message_ts\":\"1.2\","
            + "\"channel_id\":\"C0NEWS\"},\"response_url\":\""
            + answerAt
            + "\",\"actions\":"
            + actions
            + "}");
  }

  static Delivery interaction(SlackHouse house, String json) {
    return house.slack.sender().interaction(parse(json));
  }

  static Delivery event(SlackHouse house, String event) {
    return event(house, "T0ACME", "A0HERALD", event);
  }

  static Delivery event(SlackHouse house, String team, String app, String event) {
    return house
        .slack
        .sender()
        .event(
            parse(
                "{\"type\":\"event_callback\",\"team_id\":\""
                    + team
                    + "\",\"api_app_id\":\""
                    + app
                    + "\",\"event_id\":\"EvOdd"
                    + NUMBER.incrementAndGet()
                    + "\",\"event\":"
                    + event
                    + "}"));
  }

  static Delivery command(SlackHouse house, String team, String app, String answerAt) {
    var form = new TreeMap<String, String>();
    form.put("command", "/herald");
    form.put("text", "help");
    form.put("team_id", team);
    form.put("api_app_id", app);
    form.put("user_id", "U0ANN");
    form.put("channel_id", "C0NEWS");
    form.put("trigger_id", "t" + NUMBER.incrementAndGet());
    form.put("response_url", answerAt);
    return house.slack.sender().form(Map.copyOf(form));
  }

  /** A hook of Slack's that answers Ann in the channel. */
  static String action(String value) {
    return "[{\"type\":\"button\",\"action_id\":\"a\",\"block_id\":\"b\",\"action_ts\":\""
        + NUMBER.incrementAndGet()
        + ".1\",\"value\":\""
        + value
        + "\"}]";
  }

  static JsonNode parse(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
