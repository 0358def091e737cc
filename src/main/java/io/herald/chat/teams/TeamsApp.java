package io.herald.chat.teams;

/**
 * The bot's registration in Entra.
 *
 * @param id the application's id, a GUID
 * @param password its client secret
 * @param tenant the directory that Herald serves, a GUID
 */
public record TeamsApp(String id, String password, String tenant) {
  /** The bot's own account, as Teams names it. */
  String bot() {
    return "28:" + id;
  }

  @Override
  public String toString() {
    return "TeamsApp[" + id + " in " + tenant + "]";
  }
}
