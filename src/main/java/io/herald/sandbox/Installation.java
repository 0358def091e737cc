package io.herald.sandbox;

/**
 * Which team, and the app as it is installed there.
 *
 * @param botUser the bot as a member ("U…"), who is mentioned and is in channels
 * @param bot the bot as a sender ("B…")
 */
public record Installation(
    String team,
    String domain,
    String teamName,
    String app,
    String appName,
    String botUser,
    String bot) {

  /** The workspace of the sandbox. */
  public static final Installation ACME =
      new Installation("T0ACME", "acme", "Acme", "A0HERALD", "Herald", "U0HERALD", "B0HERALD");
}
