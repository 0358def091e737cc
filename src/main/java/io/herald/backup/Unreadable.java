package io.herald.backup;

import java.io.IOException;

/** A file is no backup, or not a whole one; the message says so to whoever gave it. */
public final class Unreadable extends IOException {
  Unreadable(String message) {
    super(message);
  }
}
