package io.herald.bench;

import io.herald.journey.Office;
import io.herald.sandbox.Complaint;

/** A Herald that has just started on a busy machine may take longer than Slack waits for it. */
final class Patience {
  private static final int TRIES = 20;

  private Patience() {}

  /** Drafts a post, more than once where Slack did not wait. */
  static void draft(Office office, String headline) throws InterruptedException {
    for (int tries = 1; ; tries++) {
      try {
        office.draft(office.amira(), headline);
        return;
      } catch (Complaint | AssertionError tooLate) {
        if (tries == TRIES) {
          throw tooLate;
        }
        Thread.sleep(1_000);
      }
    }
  }
}
