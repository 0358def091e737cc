package io.herald.chat.slack;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import io.herald.testkit.GoldenFiles;

/** What was drawn for Slack and found good. */
final class Golden {
  private static final GoldenFiles FILES = new GoldenFiles("chat/slack");

  private Golden() {}

  static void check(String name, JsonElement drawn) {
    var pretty = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    FILES.check(name, pretty.toJson(drawn));
  }
}
