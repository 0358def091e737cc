package io.herald.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A policy as it is in force.
 *
 * @param version from 1; every publication is the next one
 * @param publishedAt when this version was
 * @param texts its words in each language, in the order in which they were published; at least one
 */
public record PolicyDocument(
    long id,
    int version,
    Instant publishedAt,
    @Nullable Instant retiredAt,
    Readers readers,
    List<PolicyText> texts) {
  public PolicyDocument {
    texts = List.copyOf(texts);
  }

  public boolean inForce() {
    return retiredAt == null;
  }

  /** The words in a language; where there are none in it, those that were published first. */
  public PolicyText in(Language language) {
    return texts.stream().filter(t -> t.language().equals(language)).findFirst().orElse(first());
  }

  /** The words that were published first. */
  public PolicyText first() {
    return texts.get(0);
  }

  public Optional<PolicyText> exactlyIn(Language language) {
    return texts.stream().filter(t -> t.language().equals(language)).findFirst();
  }
}
