package io.herald.campaign;

/** How fast a broadcast goes. */
public final class Pace {
  /**
   * Cards a second, as long as no broadcast has shown otherwise: Slack permits "several hundred
   * messages per minute" in a workspace (docs.slack.dev/reference/methods/chat.postMessage).
   */
  public static final double PRESENT = 5;

  private Pace() {}
}
