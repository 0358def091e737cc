package io.herald.command;

/** Herald cannot do what was asked at the command line, for a reason that its user can mend. */
final class CannotStart extends RuntimeException {
  CannotStart(String message) {
    super(message);
  }
}
