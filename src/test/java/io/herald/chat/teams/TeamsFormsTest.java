package io.herald.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.chat.CheckSamples;
import io.herald.chat.Field;
import io.herald.chat.Form;
import io.herald.chat.Intent;
import io.herald.chat.PolicySamples;
import io.herald.chat.Values;
import io.herald.words.Text;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

class TeamsFormsTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final Pieces pieces = new TeamsCards(new Links(false)).pieces();

  @Test
  void the_draft_form_looks_as_it_did() {
    Golden.check("draft-form", draw(CardSamples.draft(), false).shown());
  }

  @Test
  void the_draft_form_in_a_dialog_looks_as_it_did() {
    Golden.check("draft-dialog", draw(CardSamples.draft(), true).shown());
  }

  @Test
  void the_reason_form_looks_as_it_did() {
    Golden.check("reason-form", draw(CardSamples.reason(), false).shown());
    Golden.check("override-form", draw(CheckSamples.override(), false).shown());
  }

  @Test
  void a_form_that_only_shows_looks_as_it_did() {
    Golden.check("more-form", draw(CardSamples.more(), false).shown());
  }

  @Test
  void mistakes_stand_below_their_fields_and_what_was_typed_is_kept() {
    Sheet sheet = draw(CardSamples.draft(), false);
    ObjectNode sent =
        Json.object(
            "link",
            "http://",
            "headline",
            "Hello",
            "topics",
            "1,2",
            "from.date",
            "2026-12-24",
            "from.time",
            "18:00",
            "freedom",
            "AS_APPROVED");
    var mistakes = new LinkedHashMap<String, Text>();
    mistakes.put("link", Text.of("There is no site in this link."));
    mistakes.put("from", Text.of("This is in the past."));
    mistakes.put("elsewhere", Text.of("Something else."));
    Sheet corrected = sheet.corrected(sent, mistakes, pieces);

    Golden.check("draft-form-corrected", corrected.shown());
    Sheet again = corrected.corrected(sent, java.util.Map.of("text", Text.of("Missing.")), pieces);
    assertThat(again.shown().toString())
        .contains("Missing.")
        .doesNotContain("There is no site", "in the past", "Something else.");
  }

  @Test
  void a_form_is_read_back_with_times_in_the_persons_zone() {
    Sheet sheet = Sheet.read(draw(CardSamples.draft(), false).write()).orElseThrow();
    Values values =
        sheet.values(
            Json.object(
                "link",
                "https://a.example",
                "text",
                "a\r\nb",
                "topics",
                "1,2",
                "from.date",
                "2026-12-24",
                "from.time",
                "18:00",
                "until.date",
                "",
                "until.time",
                "09:00"),
            BERLIN);

    assertThat(values.text("link")).isEqualTo("https://a.example");
    assertThat(values.text("text")).isEqualTo("a\nb");
    assertThat(values.all("topics")).containsExactly("1", "2");
    assertThat(values.moment("from")).contains(Instant.parse("2026-12-24T17:00:00Z"));
    assertThat(values.fields()).doesNotContainKeys("until", "headline", "from.date");
  }

  @Test
  void what_is_too_long_to_be_shown_is_kept_and_sent_all_the_same() {
    var fields = new ArrayList<Field>();
    String words = "語".repeat(3_000);
    for (int i = 0; i < 16; i++) {
      fields.add(new Field.Typed("f" + i, "Wording " + i, null, words, false, true, 3_000));
    }
    Sheet sheet = draw(new Form("New draft", "Submit", new Intent.OpenDraft(), fields), false);
    ObjectNode shown = sheet.shown();

    assertThat(Json.bytes(shown)).isLessThanOrEqualTo(TeamsLimits.CARD_BYTES);
    assertThat(shown.toString()).contains("stands as you typed it (3,000 characters)");
    ObjectNode sent = Json.object();
    for (JsonNode node : TeamsCardsTest.all(shown)) {
      if (Json.text(node, "type").equals("Input.Text")) {
        sent.put(Json.text(node, "id"), "changed");
      }
    }
    Values values = sheet.values(sent, BERLIN);
    assertThat(values.fields()).hasSize(16);
    assertThat(sent.size()).isBetween(1, 15);
    values
        .fields()
        .forEach(
            (name, value) ->
                assertThat(value.get(0)).isEqualTo(sent.has(name) ? "changed" : words));
  }

  @Test
  void the_client_keeps_back_a_form_only_where_nothing_in_it_changes_the_form() {
    JsonNode reason = input(draw(CardSamples.reason(), false).shown(), "reason");
    JsonNode link = input(draw(CardSamples.draft(), false).shown(), "link");

    assertThat(reason.path("isRequired").asBoolean()).isTrue();
    assertThat(Json.text(reason, "errorMessage")).isEqualTo("Reason is missing.");
    assertThat(link.has("isRequired")).isFalse();
  }

  private static JsonNode input(JsonNode card, String id) {
    return TeamsCardsTest.all(card).stream()
        .filter(node -> Json.text(node, "id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  private Sheet draw(Form form, boolean dialog) {
    return TeamsForms.draw(pieces, form, "form-1", dialog, null, BERLIN);
  }

  @Test
  void the_forms_about_the_policy_look_as_they_did() {
    PolicySamples.forms().forEach((name, form) -> Golden.check(name, draw(form, false).shown()));
  }
}
