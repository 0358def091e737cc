package io.herald.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PackReaderTest {
  private static final String GOOD =
      """
      pack: own
      name: Own
      version: "1"
      about: Rules of a test.
      rules:
        - id: falcon
          name: Falcon
          severity: blocking
          source: the test
          why: It is secret.
          better: Say nothing.
          names: [Project Falcon]
          finds: Project Falcon is coming.
          spares: A falcon is a bird.
      """;

  private static List<String> mistakes(String text) {
    WrongPack wrong = catchThrowableOfType(WrongPack.class, () -> PackReader.read(text));
    return wrong.mistakes().stream().map(WrongPack.Mistake::toString).toList();
  }

  @Test
  void a_pack_is_read_with_its_rules() {
    Pack pack = PackReader.read(GOOD);
    assertThat(pack.id()).isEqualTo("own");
    assertThat(pack.rules()).extracting(Rule::id).containsExactly("own.falcon");
    assertThat(pack.text()).isEqualTo(GOOD);
  }

  @Test
  void every_mistake_is_told_with_its_line() {
    String bad =
        GOOD.replace("severity: blocking", "severity: awful")
            .replace("source: the test", "sauce: the test")
            .replace("names: [Project Falcon]", "phrases: {xx: [falcon]}");
    assertThat(mistakes(bad))
        .anyMatch(m -> m.startsWith("line 8: ") && m.contains("advice, warning or blocking"))
        .anyMatch(m -> m.startsWith("line 9: ") && m.contains("\"sauce\" is not known here"))
        .anyMatch(m -> m.startsWith("line 12: ") && m.contains("none of the languages"))
        .anyMatch(m -> m.startsWith("line 6: ") && m.contains("\"source\" is missing"));
  }

  @Test
  void a_rule_that_does_not_do_as_its_examples_say_is_refused() {
    assertThat(mistakes(GOOD.replace("finds: Project Falcon is", "finds: Project Eagle is")))
        .containsExactly(
            "line 6: \"own.falcon\" does not find its example: Project Eagle is coming.");
    assertThat(mistakes(GOOD.replace("spares: A falcon", "spares: Project Falcon")))
        .singleElement()
        .asString()
        .contains("finds what it should spare");
  }

  static List<List<String>> faults() {
    return List.of(
        List.of("severity: blocking", "severity: [blocking", "no YAML"),
        List.of("  - id: falcon", "  - id: Falcon One", "small letters"),
        List.of("pack: own", "pack: Own Pack", "small letters"),
        List.of("name: Own\n", "name: Own\nname: Again\n", "twice"),
        List.of("names: [Project Falcon]", "detect: falcons", "does not know"),
        List.of("    names: [Project Falcon]\n", "", "either \"detect\", or"),
        List.of("names: [Project Falcon]", "names: ['(Project']", "not closed"),
        List.of("names: [Project Falcon]", "names: ['---']", "holds no word"),
        List.of(
            "names: [Project Falcon]",
            "names: ['(a|b|c|d|e|f|g|h|i|j|k)(a|b|c|d|e|f|g|h|i|j|k)(a|b|c|d|e|f|g|h|i|j|k)']",
            "more than 1000"),
        List.of("names: [Project Falcon]", "names: ['Project (Falcon (X|One)|Y)']", "within"),
        List.of("names: [Project Falcon]", "names: [Project Falcon]\n    within: 0", "1 to 50"),
        List.of("names: [Project Falcon]", "names: [Project Falcon]\n    within: x", "1 to 50"),
        List.of("names: [Project Falcon]", "names: [Project Falcon]\n    near: nice", "negative"),
        List.of(
            "names: [Project Falcon]", "names: [Project Falcon]\n    firm: yes", "true or false"),
        List.of("names: [Project Falcon]", "names: [Project Falcon]\n    until: soon", "a date"),
        List.of(
            "names: [Project Falcon]",
            "names: [Project Falcon]\n    from: 2026-02-01\n    until: 2026-01-01",
            "later than"),
        List.of(
            "names: [Project Falcon]",
            "names: [Project Falcon]\n    places: [sky]",
            "none of words"),
        List.of("    finds: Project Falcon is coming.\n", "", "\"finds\" is missing"),
        List.of("why: It is secret.", "why: ''", "must be words"),
        List.of("    spares: A falcon is a bird.", "    spares: &a [*a]", "line"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void what_is_wrong_is_said(List<String> fault) {
    String bad = GOOD.replace(fault.get(0), fault.get(1));
    assertThat(bad).isNotEqualTo(GOOD);
    assertThat(mistakes(bad)).anyMatch(m -> m.startsWith("line ") && m.contains(fault.get(2)));
  }

  @Test
  void two_rules_of_one_id_are_refused() {
    String twice = GOOD + GOOD.substring(GOOD.indexOf("  - id"));
    assertThat(mistakes(twice))
        .containsExactly("line 15: there is a rule \"own.falcon\" before this one");
  }

  @Test
  void nothing_and_too_much_are_refused() {
    assertThat(mistakes("")).containsExactly("line 1: the file is empty");
    assertThat(mistakes("just words").get(0)).startsWith("line 1: ");
    assertThat(mistakes("#".repeat(PackReader.MOST + 1)).get(0)).contains("at most");
    assertThat(mistakes("[".repeat(5_000)).get(0)).contains("no YAML");
  }
}
