package io.herald.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** When nothing real is set, Herald starts as a sandbox, and only then. */
final class Sandbox {
  /** What the sandbox keeps lies here, inside {@code HERALD_DATA}. */
  static final String DIRECTORY = "sandbox";

  /** Chat credentials, and whatever else shows that a real Herald is meant. */
  private static final List<String> SIGNS_OF_A_REAL_ONE =
      List.of(
          Names.BOT_TOKEN,
          Names.SIGNING_SECRET,
          Names.APP_ID,
          Names.APP_PASSWORD,
          Names.APP_TENANT,
          Names.PUBLIC_URL,
          Names.DATABASE_URL,
          Names.ENCRYPTION_KEY,
          Names.TEAMS_DEVELOPMENT);

  private Sandbox() {}

  static boolean isMeant(Given given) {
    return SIGNS_OF_A_REAL_ONE.stream().noneMatch(given::has);
  }

  /** What stands against a sandbox: the data of a real Herald, or settings it could not heed. */
  static List<Mistake> mistakes(Given given, Path data) {
    var mistakes = new ArrayList<Mistake>();
    if (DataDirectory.holdsDatabase(data)) {
      String why = "is missing: " + data + " holds the data of a real Herald, not of a sandbox.";
      for (String name : List.of(Names.BOT_TOKEN, Names.SIGNING_SECRET, Names.PUBLIC_URL)) {
        mistakes.add(new Mistake(name, why));
      }
    }
    if (!given
        .get(Names.BIND)
        .map(bind -> bind.matches("127\\.0\\.0\\.1|localhost"))
        .orElse(true)) {
      mistakes.add(
          new Mistake(
              Names.BIND,
              "should not be set: with no Slack credentials Herald is a sandbox, which listens"
                  + " on 127.0.0.1 alone."));
    }
    if (given.has(Names.SLACK_API_URL)) {
      mistakes.add(
          new Mistake(
              Names.SLACK_API_URL,
              "should not be set without SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET."));
    }
    return mistakes;
  }
}
