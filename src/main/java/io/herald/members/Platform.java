package io.herald.members;

/** Where people chat. */
public enum Platform {
  SLACK("Slack"),
  TEAMS("Teams");

  private final String label;

  Platform(String label) {
    this.label = label;
  }

  /** As people call it. */
  public String label() {
    return label;
  }
}
