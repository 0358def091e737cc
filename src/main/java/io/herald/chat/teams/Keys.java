package io.herald.chat.teams;

import io.herald.chat.Fingerprint;

/** What makes a request of Teams' the same as its repeat. */
final class Keys {
  /** As many characters as are remembered of a key. */
  private static final int LONGEST = 300;

  private Keys() {}

  /** A request by the id of its activity; one without is known by all that it says. */
  static String of(String kind, Incoming from) {
    String named =
        from.id().isEmpty()
            ? Fingerprint.of(from.json().toString())
            : Reference.base(from.conversation()) + "/" + from.person() + "/" + from.id();
    return within("teams/" + kind + "/" + named);
  }

  /** A form is sent once, however often it is repeated and by whatever activity. */
  static String ofForm(String sheet, String person) {
    return within("teams/form/" + sheet + "/" + person);
  }

  /** A name for the form that a request opens; its repeat opens the same one. */
  static String sheet(String key) {
    return Fingerprint.of(key).substring(0, 40);
  }

  private static String within(String key) {
    return key.length() <= LONGEST ? key : "teams/" + Fingerprint.of(key);
  }
}
