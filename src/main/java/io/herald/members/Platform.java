package io.herald.members;

/** Where people chat. */
public enum Platform {
  SLACK,
  TEAMS
}
