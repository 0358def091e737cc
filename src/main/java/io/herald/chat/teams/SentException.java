package io.herald.chat.teams;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A call failed when Teams may already have read it. */
final class SentException extends IOException {
  SentException(IOException cause) {
    super(cause.getMessage(), cause);
  }

  /** Whether a failure came after the request began to be written. */
  static boolean isIn(@Nullable Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SentException) {
        return true;
      }
    }
    return false;
  }
}
