package io.herald.policy;

import org.jspecify.annotations.Nullable;

/**
 * How a member stands to a policy that is for them.
 *
 * @param last their newest acknowledgement of any version of it; none where they never did
 */
public record Standing(PolicyDocument document, @Nullable Acknowledgement last) {

  /** Whether they acknowledged the version that is in force. */
  public boolean acknowledged() {
    return last != null && last.version() == document.version();
  }

  /** The words in the language that they chose last. */
  public PolicyText text() {
    return document.in(last == null ? document.first().language() : last.language());
  }
}
