package io.herald.command;

import java.net.URI;

/** A Herald that serves. */
public interface Running extends AutoCloseable {
  /** Where its public port answers on this machine: {@code http://127.0.0.1:8080}. */
  URI address();

  /** Ends what is under way, in order, and gives everything back. */
  @Override
  void close();
}
