package io.herald.chat.wire;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A call failed when the platform may already have read it. */
public final class SentException extends IOException {
  private static final long serialVersionUID = 1L;

  SentException(IOException cause) {
    super(cause.getMessage(), cause);
  }

  /** Whether a failure came after the request began to be written. */
  public static boolean isIn(@Nullable Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SentException) {
        return true;
      }
    }
    return false;
  }
}
