package io.herald.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.network.Network;
import io.herald.policy.Disclosure.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisclosureRulesTest {
  private static final Language GERMAN = new Language("de");
  private static final String ENGLISH_WORDS = "We are hiring in Lisbon and you are welcome.";
  private static final String GERMAN_WORDS = "Wir sind auf der Suche und freuen uns auf dich.";

  private static final DisclosureRule EVERYWHERE =
      new DisclosureRule(null, null, 0, Mode.ADVISED, "I work for Acme", "#AcmeEmployee");

  private static Disclosure on(Network network, String words, DisclosureRule... rules) {
    return new DisclosureRules(List.of(rules)).of(network, List.of(1L), words);
  }

  @Test
  void without_a_rule_nothing_is_said() {
    assertThat(on(Network.X, ENGLISH_WORDS)).isEqualTo(Disclosure.NONE);
  }

  @Test
  void the_rule_closest_to_the_share_says_how_much_it_matters() {
    var onX = new DisclosureRule(null, Network.X, 0, Mode.OFF, "", "");
    var aboutIt = new DisclosureRule(null, null, 1, Mode.REQUIRED, "", "");
    var elsewhere = new DisclosureRule(null, null, 7, Mode.REQUIRED, "", "");

    assertThat(on(Network.LINKEDIN, ENGLISH_WORDS, EVERYWHERE, onX, elsewhere).mode())
        .isEqualTo(Mode.ADVISED);
    assertThat(on(Network.X, ENGLISH_WORDS, EVERYWHERE, onX)).isEqualTo(Disclosure.NONE);
    assertThat(on(Network.X, ENGLISH_WORDS, EVERYWHERE, onX, aboutIt))
        .as("its topic before its network, with the words of the other")
        .isEqualTo(new Disclosure(Mode.REQUIRED, "I work for Acme", "#AcmeEmployee"));
  }

  @Test
  void words_in_one_language_say_nothing_for_a_rule_about_another() {
    var german = new DisclosureRule(GERMAN, null, 0, Mode.REQUIRED, "", "");
    var french =
        new DisclosureRule(
            new Language("fr"), null, 0, Mode.REQUIRED, "Je travaille chez Acme", "");
    assertThat(new DisclosureRules(List.of(french)).with(german).unsaid()).containsExactly(german);
    assertThat(new DisclosureRules(List.of(EVERYWHERE)).with(german).unsaid()).isEmpty();
    var silent = new DisclosureRule(null, null, 0, Mode.OFF, "", "");
    assertThat(new DisclosureRules(List.of(EVERYWHERE, german)).with(silent).unsaid())
        .containsExactly(german);
  }

  @Test
  void what_is_said_follows_the_language_of_the_words() {
    var german =
        new DisclosureRule(GERMAN, null, 0, Mode.REQUIRED, "Ich arbeite bei Acme", "#AcmeTeam");

    assertThat(on(Network.X, GERMAN_WORDS, EVERYWHERE, german).words())
        .isEqualTo("Ich arbeite bei Acme");
    assertThat(on(Network.X, ENGLISH_WORDS, EVERYWHERE, german).words())
        .isEqualTo("I work for Acme");
  }

  @Test
  void said_in_another_language_is_better_than_not_said() {
    var german = new DisclosureRule(GERMAN, null, 0, Mode.REQUIRED, "Ich arbeite bei Acme", "");

    assertThat(on(Network.X, ENGLISH_WORDS, german).words()).isEqualTo("Ich arbeite bei Acme");
    assertThat(on(Network.X, "🎉", german).words()).isEqualTo("Ich arbeite bei Acme");
  }

  @Test
  void of_two_topics_the_one_that_requires_it_is_followed() {
    var one = new DisclosureRule(null, null, 1, Mode.OFF, "", "");
    var two = new DisclosureRule(null, null, 2, Mode.REQUIRED, "", "");
    var rules = new DisclosureRules(List.of(EVERYWHERE, one, two));

    assertThat(rules.of(Network.X, List.of(1L, 2L), ENGLISH_WORDS).mode()).isEqualTo(Mode.REQUIRED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | We are happy to tell you that the new office is open.",
        "de | Wir freuen uns, dass das neue Büro offen ist und du uns besuchst.",
        "fr | Nous sommes heureux de vous dire que le nouveau bureau est ouvert.",
        "es | Estamos felices de decir que la nueva oficina está abierta para los clientes.",
        "it | Siamo felici: il nuovo ufficio è aperto e una visita è gradita per noi.",
        "nl | Wij zijn blij dat het nieuwe kantoor open is voor onze klanten.",
        "pt | Estamos felizes que o novo escritório não é longe e uma visita é bem-vinda."
      })
  void a_language_is_told_by_its_small_words(String tag, String words) {
    assertThat(SpokenLanguage.of(words)).contains(new Language(tag));
  }

  @Test
  void what_could_be_any_language_is_none() {
    assertThat(SpokenLanguage.of("")).isEmpty();
    assertThat(SpokenLanguage.of("Acme Lisbon 2026 🎉")).isEmpty();
    assertThat(SpokenLanguage.of("Вот это да")).isEmpty();
  }
}
