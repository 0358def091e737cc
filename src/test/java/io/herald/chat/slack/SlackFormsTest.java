package io.herald.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.herald.chat.Choice;
import io.herald.chat.Field;
import io.herald.chat.Form;
import io.herald.chat.Intent;
import io.herald.chat.IntentCodec;
import io.herald.words.Text;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlackFormsTest {
  @Test
  void the_draft_form_looks_as_it_did() {
    var form =
        new Form(
            "New draft",
            "Submit",
            new Intent.SubmitDraft(0, 0, 0, 1, 0, 0),
            List.of(
                new Field.Note(Text.of("The first 3,000 characters are here.")),
                new Field.Typed("link", "Link", "https://…", "", true, false, 2_000),
                new Field.Typed("text", "Post text", null, "We & they\n🎉", true, true, 3_000),
                new Field.Press(
                    List.of(Choice.of("Add another wording", new Intent.AddWording("linkedin")))),
                new Field.Picked(
                    "topics",
                    "Topics",
                    null,
                    List.of(new Field.Option("1", "General"), new Field.Option("2", "Hiring")),
                    List.of("2"),
                    false,
                    true),
                new Field.Picked(
                    "freedom",
                    "May people edit the words?",
                    null,
                    List.of(new Field.Option("free", "Yes"), new Field.Option("fixed", "No")),
                    List.of("free"),
                    true,
                    false),
                new Field.At("from", "Share from", "Now, if empty", null),
                new Field.At("until", "Share until", null, Instant.ofEpochSecond(1_800_000_000)),
                new Field.Copy("Disclosure", "I work here.")));

    Golden.check("draft-form", SlackViews.form(form, 2));
  }

  @Test
  void a_forms_intent_and_step_come_back_from_slack() {
    JsonObject view =
        SlackViews.form(new Form("Why", "Send", new Intent.Withdraw(12), List.of()), 3);

    assertThat(IntentCodec.read(Json.text(view, "private_metadata")))
        .contains(new Intent.Withdraw(12));
    assertThat(SlackViews.step(Json.text(view, "callback_id"))).isEqualTo(3);
    assertThat(SlackViews.step("anything")).isZero();
    assertThat(SlackViews.step("herald_form_x")).isZero();
  }

  @Test
  void many_options_make_a_menu_and_labels_are_shortened() {
    List<Field.Option> options =
        IntStream.range(0, 120)
            .mapToObj(i -> new Field.Option("v" + i, "Topic " + i + " " + "x".repeat(90)))
            .toList();
    JsonObject element =
        SlackForms.blocks(
                List.of(new Field.Picked("t", "T", null, options, List.of("v3"), false, true)))
            .get(0)
            .getAsJsonObject()
            .getAsJsonObject("element");

    assertThat(Json.text(element, "type")).isEqualTo("multi_static_select");
    assertThat(Json.list(element, "options")).hasSize(100);
    assertThat(Json.list(element, "initial_options")).hasSize(1);
    assertThat(element.toString()).contains("…");
  }

  @Test
  void a_form_that_asks_always_has_a_button_to_send_it() {
    var asks = new Field.Typed("why", "Why", null, "", true, true, 500);
    var form = new Form("Why", null, new Intent.Withdraw(1), List.of(asks));

    assertThat(SlackViews.form(form, 0).has("submit")).isTrue();
    assertThat(SlackViews.form(new Form("Read", null, new Intent.ReadAll(1, 1), List.of()), 0))
        .matches(view -> !view.has("submit"));
  }

  @Test
  void what_is_asked_stays_when_a_form_has_too_much_to_tell() {
    var many =
        IntStream.range(0, 130)
            .<Field>mapToObj(i -> new Field.Note(Text.of("Note " + i)))
            .collect(java.util.stream.Collectors.toCollection(java.util.ArrayList::new));
    many.add(new Field.Typed("why", "Why", null, "", true, true, 500));
    JsonArray blocks = SlackForms.blocks(many);

    assertThat(blocks).hasSize(100);
    assertThat(blocks.get(99).toString()).contains("plain_text_input");
    assertThat(blocks.get(98).toString()).contains("There is more here");
  }
}
