package io.herald.journey;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody of the organisation at the face that they use: what they do and see, in the product's
 * own words. What is looked for is waited for; what is not there to be pressed or filled in is an
 * {@link AssertionError}.
 */
interface Colleague {

  /** Types a command to Herald, without what a platform puts in front of it. */
  void types(String command);

  /** What they alone are told after what they did last, in which all of these words stand. */
  Seen isTold(String... words);

  /** The newest of Herald's messages to them in which, or on whose buttons, these words stand. */
  Seen hears(String... words);

  /** Whether a message with these words lies before them. */
  boolean hasHeard(String words);

  /** The newest card in the approvers' channel in which, or on whose buttons, these words stand. */
  Seen reviews(String... words);

  /** Presses a button on what they see. */
  void press(String button, Seen on);

  /** The form with this title that lies open before them. */
  Asked isAsked(String title);

  /** Looks at Home until these words stand there. */
  void findsAtHome(String words);

  /** As much of a message as the story needs. */
  interface Seen {
    /** The place and the name of the message: the same as long as it is only drawn anew. */
    String at();

    /** Everything that a reader sees. */
    String shown();

    /** What can be pressed. */
    List<String> buttons();

    /** The address behind a button. */
    Optional<String> link(String button);

    default boolean has(String... words) {
      String all = shown() + "\n" + String.join("\n", buttons());
      return List.of(words).stream().allMatch(all::contains);
    }
  }

  /** A form. */
  interface Asked {
    /** What stands in a field. */
    String text(String label);

    Asked fill(String label, String... chosen);

    /** Sends it with the button that is named; gives what is wrong, by the label of the field. */
    Map<String, String> send(String button);
  }
}
