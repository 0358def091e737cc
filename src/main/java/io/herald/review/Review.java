package io.herald.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One round of review on one revision of a post.
 *
 * @param round from 1, by post
 * @param stages the names of what it must pass, in order; one with the empty name where the topics
 *     have no stages
 * @param decisions those that stand, oldest first
 */
public record Review(
    long id,
    long post,
    int revision,
    int round,
    Instant openedAt,
    @Nullable Outcome outcome,
    List<String> stages,
    List<Decision> decisions) {
  public Review {
    stages = List.copyOf(stages);
    decisions = List.copyOf(decisions);
  }

  public boolean open() {
    return outcome == null;
  }

  /** The stage that waits for a decision, while the round is open. */
  public Optional<Integer> current() {
    if (!open()) {
      return Optional.empty();
    }
    for (int stage = 0; stage < stages.size(); stage++) {
      if (approval(stage).isEmpty()) {
        return Optional.of(stage);
      }
    }
    return Optional.empty();
  }

  /** Who approved a stage. */
  public Optional<Decision> approval(int stage) {
    return decisions.stream()
        .filter(d -> d.stage() == stage && d.verdict() == Verdict.APPROVE)
        .findFirst();
  }

  /** The newest decision that stands. */
  public Optional<Decision> last() {
    return decisions.isEmpty()
        ? Optional.empty()
        : Optional.of(decisions.get(decisions.size() - 1));
  }

  /** Since when the stage waits that is to be decided next. */
  public Instant waitsSince() {
    return last().map(Decision::at).orElse(openedAt);
  }

  /** Whether an approval of this stage would end the round. */
  public boolean isLast(int stage) {
    return stage == stages.size() - 1;
  }
}
