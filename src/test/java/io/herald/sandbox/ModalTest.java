package io.herald.sandbox;

import static com.slack.api.model.block.Blocks.asBlocks;
import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.composition.BlockCompositions.asOptions;
import static com.slack.api.model.block.composition.BlockCompositions.option;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.checkboxes;
import static com.slack.api.model.block.element.BlockElements.datetimePicker;
import static com.slack.api.model.block.element.BlockElements.multiStaticSelect;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.block.element.BlockElements.urlTextInput;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.view.View;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Forms are opened, filled, refused, replaced and closed, with Slack's own framework as the app.
 */
final class ModalTest {
  private final SlackDouble slack = Doubles.start();
  private BoltApp bolt;
  private final Actor amira = slack.as("U_AMIRA");

  @BeforeEach
  void start() throws Exception {
    bolt = new BoltApp(slack);
  }

  @AfterEach
  void close() throws Exception {
    bolt.close();
    slack.close();
  }

  private static View form(String title) {
    return view(
        v ->
            v.type("modal")
                .callbackId("new_draft")
                .privateMetadata("d-1")
                .notifyOnClose(true)
                .title(viewTitle(t -> t.type("plain_text").text(title)))
                .submit(viewSubmit(t -> t.type("plain_text").text("Submit")))
                .close(viewClose(t -> t.type("plain_text").text("Cancel")))
                .blocks(
                    asBlocks(
                        input(
                            i ->
                                i.blockId("link")
                                    .label(plainText("Link"))
                                    .element(urlTextInput(u -> u.actionId("value")))),
                        input(
                            i ->
                                i.blockId("text")
                                    .label(plainText("Post text"))
                                    .element(
                                        plainTextInput(
                                            p ->
                                                p.actionId("value")
                                                    .multiline(true)
                                                    .maxLength(3000)))),
                        input(
                            i ->
                                i.blockId("topics")
                                    .optional(true)
                                    .label(plainText("Topics"))
                                    .element(
                                        multiStaticSelect(
                                            s ->
                                                s.actionId("value")
                                                    .options(
                                                        asOptions(
                                                            option(plainText("Hiring"), "hiring"),
                                                            option(
                                                                plainText("Events"), "events")))))),
                        input(
                            i ->
                                i.blockId("from")
                                    .optional(true)
                                    .label(plainText("Share from"))
                                    .element(datetimePicker(d -> d.actionId("value")))),
                        input(
                            i ->
                                i.blockId("free")
                                    .optional(true)
                                    .dispatchAction(true)
                                    .label(plainText("Freedom"))
                                    .element(
                                        checkboxes(
                                            c ->
                                                c.actionId("free_edit")
                                                    .options(
                                                        asOptions(
                                                            option(
                                                                plainText("Edit freely"),
                                                                "free")))))))));
  }

  private void formOnCommand() {
    bolt.app.command(
        "/herald",
        (request, context) -> {
          context
              .client()
              .viewsOpen(
                  r -> r.triggerId(request.getPayload().getTriggerId()).view(form("New draft")));
          return context.ack();
        });
  }

  @Test
  void a_form_is_opened_filled_refused_for_a_field_and_then_taken() {
    formOnCommand();
    AtomicReference<Map<String, Map<String, com.slack.api.model.view.ViewState.Value>>> sent =
        new AtomicReference<>();
    bolt.app.viewSubmission(
        "new_draft",
        (request, context) -> {
          var values = request.getPayload().getView().getState().getValues();
          sent.set(values);
          assertThat(request.getPayload().getView().getPrivateMetadata()).isEqualTo("d-1");
          String text = values.get("text").get("value").getValue();
          return text.contains("bad")
              ? context.ackWithErrors(Map.of("text", "Say it otherwise."))
              : context.ack();
        });

    amira.command("/herald draft");
    Modal modal = amira.modal("New draft");
    assertThat(modal.labels())
        .containsExactly("Link", "Post text", "Topics", "Share from", "Freedom");
    modal.fill("Link", "https://acme.example/jobs").fill("Post text", "a bad word");
    assertThat(modal.submit().errors())
        .containsExactly(Map.entry("Post text", "Say it otherwise."));
    assertThat(modal.text("Link")).isEqualTo("https://acme.example/jobs");

    modal
        .fill("Post text", "a good word")
        .fill("Topics", "Events", "Hiring")
        .fill("Share from", "2026-12-01T09:30");
    assertThat(modal.submit().errors()).isEmpty();

    assertThat(amira.hasModal()).isFalse();
    assertThat(sent.get().get("topics").get("value").getSelectedOptions())
        .extracting(each -> each.getValue())
        .containsExactly("events", "hiring");
    assertThat(sent.get().get("from").get("value").getSelectedDateTime().longValue())
        .isEqualTo(
            LocalDateTime.parse("2026-12-01T09:30")
                .atZone(ZoneId.of("Europe/Berlin"))
                .toEpochSecond());
    assertThat(sent.get().get("free").get("free_edit").getSelectedOptions()).isEmpty();
  }

  @Test
  void slacks_own_client_stops_an_empty_field_before_the_app_hears_of_it() {
    formOnCommand();
    amira.command("/herald draft");
    Modal modal = amira.modal();
    modal.fill("Link", "no address");
    Outcome outcome = modal.submit();
    assertThat(outcome.delivery()).isNull();
    assertThat(outcome.errors())
        .containsOnlyKeys("Link", "Post text")
        .containsEntry("Link", "Please enter a valid URL.");
  }

  @Test
  void a_submission_may_be_answered_with_another_view() {
    formOnCommand();
    bolt.app.viewSubmission(
        "new_draft", (request, context) -> context.ackWithUpdate(form("Once more")));
    amira.command("/herald draft");
    Modal modal = amira.modal().fill("Link", "https://a.example").fill("Post text", "words");
    modal.submit();
    assertThat(modal.title()).isEqualTo("Once more");
    assertThat(modal.text("Post text")).isEqualTo("words");
  }

  @Test
  void an_input_with_dispatch_tells_the_app_and_an_update_keeps_what_was_typed() throws Exception {
    formOnCommand();
    AtomicReference<String> conflict = new AtomicReference<>();
    bolt.app.blockAction(
        "free_edit",
        (request, context) -> {
          var view = request.getPayload().getView();
          assertThat(request.getPayload().getActions().get(0).getSelectedOptions()).hasSize(1);
          context
              .client()
              .viewsUpdate(r -> r.viewId(view.getId()).hash(view.getHash()).view(form("Updated")));
          conflict.set(
              context
                  .client()
                  .viewsUpdate(r -> r.viewId(view.getId()).hash(view.getHash()).view(form("Again")))
                  .getError());
          return context.ack();
        });
    amira.command("/herald draft");
    Modal modal = amira.modal();
    modal.fill("Post text", "typed before").fill("Freedom", "Edit freely");
    assertThat(amira.modal("Updated").text("Post text")).isEqualTo("typed before");
    assertThat(modal.value("Freedom").path("selected_options")).hasSize(1);
    assertThat(conflict.get()).isEqualTo("hash_conflict");
  }

  @Test
  void closing_a_form_tells_an_app_that_wants_to_know() {
    formOnCommand();
    AtomicReference<String> closed = new AtomicReference<>();
    bolt.app.viewClosed(
        "new_draft",
        (request, context) -> {
          closed.set(
              request
                  .getPayload()
                  .getView()
                  .getState()
                  .getValues()
                  .get("text")
                  .get("value")
                  .getValue());
          return context.ack();
        });
    amira.command("/herald draft");
    amira.modal().fill("Post text", "half a thought").close();
    assertThat(closed.get()).isEqualTo("half a thought");
    assertThat(amira.hasModal()).isFalse();
  }
}
