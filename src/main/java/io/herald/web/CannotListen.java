package io.herald.web;

/** A port cannot be opened; the message says which and, where it is known, why. */
public final class CannotListen extends RuntimeException {
  CannotListen(String message, Throwable cause) {
    super(message, cause);
  }
}
