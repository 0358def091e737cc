package io.herald.settings;

import java.util.List;
import java.util.stream.Collectors;

/** Herald cannot start with these settings; says everything that is wrong with them at once. */
public final class WrongSettings extends RuntimeException {
  /** What the process exits with: EX_CONFIG of BSD's sysexits. */
  public static final int EXIT_CODE = 78;

  private final transient List<Mistake> mistakes;

  public WrongSettings(List<Mistake> mistakes) {
    super(
        mistakes.stream()
            .map(mistake -> "  " + mistake.name() + ": " + mistake.shouldBe())
            .collect(Collectors.joining("\n", "Herald cannot start with these settings:\n", "")));
    this.mistakes = List.copyOf(mistakes);
  }

  public List<Mistake> mistakes() {
    return mistakes;
  }
}
