package io.herald.chat.teams;

import com.fasterxml.jackson.databind.JsonNode;
import io.herald.testkit.GoldenFiles;

/** What was drawn for Teams and found good. */
final class Golden {
  private static final GoldenFiles FILES = new GoldenFiles("chat/teams");

  private Golden() {}

  static void check(String name, JsonNode drawn) {
    FILES.check(name, drawn.toPrettyString());
  }
}
