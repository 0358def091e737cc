package io.herald.sandbox.blockkit;

/** What is wrong, in Slack's words, and where, as a JSON pointer into the call's arguments. */
public record Problem(String what, String pointer) {

  /**
   * As Slack writes it: {@code must be less than 3001 characters [json-pointer:/blocks/0/text]}.
   */
  @Override
  public String toString() {
    return what + " [json-pointer:" + pointer + "]";
  }
}
