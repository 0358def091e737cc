package io.herald.review;

/** Whom a stage that waits reminds of itself, one after the other. */
enum Nudge {
  THREAD(Event.Kind.REMINDED),
  DECIDERS(Event.Kind.REMINDED_DECIDERS),
  ADMINS(Event.Kind.REMINDED_ADMINS);

  private final Event.Kind kind;

  Nudge(Event.Kind kind) {
    this.kind = kind;
  }

  Event.Kind kind() {
    return kind;
  }
}
