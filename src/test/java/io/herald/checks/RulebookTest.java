package io.herald.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulebookTest {
  private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

  /** A rule with the usual words around the lines that matter. */
  private static String rule(String finds, String spares, String... lines) {
    return """
        pack: own
        name: Own
        version: "1"
        about: Rules of a test.
        rules:
          - id: one
            name: One
            severity: warning
            source: the test
            why: Because.
            better: Otherwise.
            finds: "%s"
            spares: "%s"
            %s
        """
        .formatted(finds, spares, String.join("\n    ", lines));
  }

  private static List<String> found(String pack, String text) {
    return found(pack, text, NOW);
  }

  private static List<String> found(String pack, String text, Instant at) {
    return new Rulebook(List.of(PackReader.read(pack)))
        .check(text, Context.words(at)).stream().map(Finding::words).toList();
  }

  @Test
  void a_phrase_is_found_however_its_words_are_inflected() {
    String pack =
        rule(
            "They promise guaranteed returns.",
            "They return the books.",
            "phrases:",
            "  en: [guaranteed return]",
            "  de: [garantierte Rendite]",
            "  fr: [rendement garanti]",
            "  es: [rentabilidad garantizada]");
    assertThat(found(pack, "What we offer is a GUARANTEED return."))
        .containsExactly("GUARANTEED return");
    assertThat(found(pack, "Es gibt keine garantierten Renditen auf dem Markt."))
        .containsExactly("garantierten Renditen");
    assertThat(found(pack, "Ce sont des rendements garantis par la loi."))
        .containsExactly("rendements garantis");
    assertThat(found(pack, "Son rentabilidades garantizadas por el banco."))
        .containsExactly("rentabilidades garantizadas");
  }

  @Test
  void words_are_found_whole_and_in_their_order_alone() {
    String pack = rule("A cat nap is fine.", "A nap is fine.", "phrases: {en: [cat nap]}");
    assertThat(found(pack, "The category naps are listed.")).isEmpty();
    assertThat(found(pack, "A nap of the cat is fine.")).isEmpty();
    assertThat(found(pack, "A cat-nap is fine.")).containsExactly("cat-nap");
  }

  @Test
  void a_word_of_one_language_is_not_taken_for_the_same_letters_in_another() {
    String pack =
        rule("Das Gift ist im Schrank.", "Ein Bett ist im Zimmer.", "phrases: {de: [Gift]}");
    assertThat(found(pack, "This is the gift that I have for you and them.")).isEmpty();
    assertThat(found(pack, "Das ist das Gift für die Ratten.")).containsExactly("Gift");
  }

  @Test
  void a_language_is_told_by_its_small_words_also_where_another_has_one_of_them() {
    String pack = rule("He has cancer.", "He has cake.", "phrases: {en: [has cancer]}");
    assertThat(found(pack, "Our colleague has cancer, so send cards.")).hasSize(1);
  }

  @Test
  void a_text_too_short_to_tell_its_language_is_looked_at_in_all() {
    String pack =
        rule("Das Gift ist im Schrank.", "Ein Bett ist im Zimmer.", "phrases: {de: [Gift]}");
    assertThat(found(pack, "Gift!")).containsExactly("Gift!".substring(0, 4));
  }

  @Test
  void a_name_is_found_as_it_is_written_also_with_an_apostrophe() {
    String pack =
        rule("We met Apple today.", "We ate an apple today.", "names: [Apple, Delta Air]");
    assertThat(found(pack, "Apple's new phone, an apple pie, APPLE records."))
        .containsExactly("Apple's");
    assertThat(found(pack, "Flying Delta Air tomorrow.")).containsExactly("Delta Air");
  }

  @Test
  void a_name_with_ill_words_near_is_found_and_with_good_ones_is_not() {
    String pack =
        rule(
            "Globex makes terrible robots.",
            "Globex makes fine robots.",
            "names: [Globex]",
            "near: negative");
    assertThat(found(pack, "Ehrlich, Globex ist eine Katastrophe für alle."))
        .containsExactly("Globex");
    assertThat(found(pack, "Franchement, Globex est un désastre pour nous."))
        .containsExactly("Globex");
    assertThat(found(pack, "La verdad, Globex es un desastre para todos."))
        .containsExactly("Globex");
    assertThat(found(pack, "We are happy to work with Globex on their new line.")).isEmpty();
    assertThat(
            found(
                pack,
                "Globex opens a site here, which is good for all of us and for the town and its people."
                    + " The weather was terrible."))
        .as("far away")
        .isEmpty();
  }

  @Test
  void what_excuses_a_phrase_excuses_it_near_by() {
    String pack =
        rule(
            "We guarantee it.",
            "We can not guarantee it.",
            "phrases: {en: [guarantee]}",
            "unless: {en: [not, cannot]}",
            "within: 3");
    assertThat(found(pack, "We cannot guarantee it.")).isEmpty();
    assertThat(found(pack, "It is not small, but for every one of them we guarantee it."))
        .containsExactly("guarantee");
  }

  @Test
  void any_number_is_found_where_a_phrase_has_one() {
    String pack =
        rule(
            "A team of 12 did it.",
            "A team of friends did it.",
            "phrases: {en: ['team of {number}']}");
    assertThat(found(pack, "Our team of 1,200 did it.")).containsExactly("team of 1,200");
  }

  @Test
  void alternatives_in_brackets_are_all_found() {
    String pack =
        rule("Send me a mail.", "Mail me.", "phrases: {en: ['send (me|us|) a (mail|note)']}");
    assertThat(found(pack, "Please send us a note or send a mail."))
        .containsExactly("send us a note", "send a mail");
  }

  @Test
  void a_rule_sleeps_before_and_after_its_time() {
    String pack =
        rule(
            "Project Falcon is coming.",
            "A falcon is a bird.",
            "names: [Project Falcon]",
            "from: 2026-11-01",
            "until: 2026-12-01T09:00:00+01:00",
            "firm: true");
    String text = "Project Falcon is here.";
    assertThat(found(pack, text, Instant.parse("2026-10-31T23:59:59Z"))).isEmpty();
    assertThat(found(pack, text, Instant.parse("2026-11-01T00:00:00Z"))).hasSize(1);
    assertThat(found(pack, text, Instant.parse("2026-12-01T07:59:59Z"))).hasSize(1);
    assertThat(found(pack, text, Instant.parse("2026-12-01T08:00:00Z"))).isEmpty();
    assertThat(new Rulebook(List.of(PackReader.read(pack))).check(text, Context.words(NOW)))
        .allMatch(Finding::firm);
  }

  @Test
  void digits_are_one_thing_alone_the_one_that_says_most() {
    var book = new Rulebook(List.of(ShippedPacks.all().get(ShippedPacks.EVERYDAY)));
    assertThat(book.check("Pay to DE89 3704 0044 0532 0130 00 now.", Context.words(NOW)))
        .extracting(Finding::rule)
        .containsExactly("everyday.iban");
    assertThat(book.check("It was 5317 0342 3667 1273.", Context.words(NOW)))
        .extracting(Finding::rule)
        .containsExactly("everyday.card");
  }

  @Test
  void a_finding_says_which_words_and_where_the_gravest_first() {
    var book = new Rulebook(List.of(ShippedPacks.all().get(ShippedPacks.EVERYDAY)));
    String text = "See https://bit.ly/abc or write to anna.weber@example.org.";
    List<Finding> found = book.check(text, Context.words(NOW));
    assertThat(found)
        .extracting(Finding::rule)
        .containsExactly("everyday.email", "everyday.short-link");
    assertThat(found).allSatisfy(f -> assertThat(f.span().of(text)).isEqualTo(f.words()));
    assertThat(found.get(0).words()).isEqualTo("anna.weber@example.org");
    assertThat(found.get(0).why()).isNotBlank();
    assertThat(found.get(0).better()).isNotBlank();
  }

  @Test
  void a_rule_for_one_kind_of_text_leaves_the_others_alone() {
    var book = new Rulebook(List.of(ShippedPacks.all().get(ShippedPacks.EVERYDAY)));
    assertThat(book.check("image", new Context(NOW, Context.Place.IMAGE_DESCRIPTION))).hasSize(1);
    assertThat(book.check("image", Context.words(NOW))).isEmpty();
  }
}
