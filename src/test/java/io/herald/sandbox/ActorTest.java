package io.herald.sandbox;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.asBlocks;
import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.asOptions;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.option;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.asElements;
import static com.slack.api.model.block.element.BlockElements.button;
import static com.slack.api.model.block.element.BlockElements.checkboxes;
import static com.slack.api.model.block.element.BlockElements.datetimePicker;
import static com.slack.api.model.block.element.BlockElements.multiStaticSelect;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.block.element.BlockElements.staticSelect;
import static com.slack.api.model.block.element.BlockElements.urlTextInput;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.MemberJoinedChannelEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.view.View;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do reaches an app that is written with Slack's own framework. */
final class ActorTest {
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
  void a_command_arrives_signed_and_marked_and_its_answer_is_seen_by_the_typist_alone() {
    AtomicReference<SlashCommandPayload> heard = new AtomicReference<>();
    bolt.app.command(
        "/herald",
        (request, context) -> {
          heard.set(request.getPayload());
          return context.ack("Hello *there*");
        });

    Outcome outcome =
        amira.command("#general", "/herald draft https://a.example/?a=1&b=2 for @ben & <!channel>");

    assertThat(outcome.says()).isEqualTo("Hello *there*");
    assertThat(heard.get().getText())
        .isEqualTo(
            "draft <https://a.example/?a=1&amp;b=2> for <@U0BEN|ben> &amp; &lt;!channel&gt;");
    assertThat(heard.get().getChannelName()).isEqualTo("general");
    assertThat(slack.ephemerals("amira"))
        .singleElement()
        .satisfies(message -> assertThat(message.channel()).isEqualTo("C0GENERAL"));
    assertThat(slack.ephemerals("ben")).isEmpty();
    assertThat(slack.messagesIn("#general")).isEmpty();
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

  @Test
  void a_button_on_a_message_is_pressed_and_the_message_replaced_through_its_hook()
      throws Exception {
    bolt.app.blockAction(
        "approve",
        (request, context) -> {
          assertThat(request.getPayload().getActions().get(0).getValue()).isEqualTo("d-1 r-2");
          assertThat(request.getPayload().getContainer().getChannelId()).isEqualTo("C0APPROVALS");
          context.respond(r -> r.replaceOriginal(true).text("Approved by @clara"));
          return context.ack();
        });
    bolt.app
        .client()
        .chatPostMessage(
            r ->
                r.token(slack.botToken())
                    .channel("C0APPROVALS")
                    .text("Please review")
                    .blocks(
                        asBlocks(
                            section(s -> s.text(markdownText("*Please* review"))),
                            actions(
                                a ->
                                    a.elements(
                                        asElements(
                                            button(
                                                b ->
                                                    b.actionId("approve")
                                                        .text(plainText("Approve"))
                                                        .style("primary")
                                                        .value("d-1 r-2"))))))));
    Message card = slack.awaitIn("#approvals", message -> message.buttons().contains("Approve"));
    slack.as("clara").press("Approve", card);
    Message after = slack.awaitIn("#approvals", message -> message.shown().contains("Approved"));
    assertThat(after.ts()).isEqualTo(card.ts());
    assertThat(after.buttons()).isEmpty();
    assertThatThrownBy(() -> slack.as("clara").press("Reject", card))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("no button \"Reject\"");
  }

  @Test
  void an_ephemeral_message_can_be_pressed_and_deleted() {
    bolt.app.command(
        "/herald",
        (request, context) ->
            context.ack(
                List.of(
                    actions(
                        a ->
                            a.elements(
                                asElements(
                                    button(
                                        b -> b.actionId("gone").text(plainText("Dismiss")))))))));
    bolt.app.blockAction(
        "gone",
        (request, context) -> {
          assertThat(request.getPayload().getContainer().isEphemeral()).isTrue();
          context.respond(r -> r.deleteOriginal(true));
          return context.ack();
        });
    Message shown = java.util.Objects.requireNonNull(amira.command("/herald").message());
    amira.press("Dismiss", shown);
    slack.await(
        "the end of it",
        () ->
            slack.ephemerals("amira").isEmpty()
                ? java.util.Optional.of(true)
                : java.util.Optional.empty());
  }

  @Test
  void home_is_opened_published_and_acted_on() throws Exception {
    bolt.app.event(
        AppHomeOpenedEvent.class,
        (payload, context) -> {
          context
              .client()
              .viewsPublish(
                  r ->
                      r.userId(payload.getEvent().getUser())
                          .view(
                              view(
                                  v ->
                                      v.type("home")
                                          .blocks(
                                              asBlocks(
                                                  section(
                                                      s ->
                                                          s.text(plainText("Topic"))
                                                              .accessory(
                                                                  staticSelect(
                                                                      e ->
                                                                          e.actionId("topic")
                                                                              .options(
                                                                                  asOptions(
                                                                                      option(
                                                                                          plainText(
                                                                                              "Hiring"),
                                                                                          "h")))))))))));
          return context.ack();
        });
    AtomicReference<String> picked = new AtomicReference<>();
    bolt.app.blockAction(
        "topic",
        (request, context) -> {
          picked.set(request.getPayload().getActions().get(0).getSelectedOption().getValue());
          return context.ack();
        });
    HomeTab home = amira.home();
    home.shows("Topic");
    home.choose("Topic", "Hiring");
    assertThat(picked.get()).isEqualTo("h");
  }

  @Test
  void shortcuts_arrive_with_their_message() {
    AtomicReference<String> text = new AtomicReference<>();
    bolt.app.messageShortcut(
        "herald_draft_from_message",
        (request, context) -> {
          text.set(request.getPayload().getMessage().getText());
          return context.ack();
        });
    bolt.app.globalShortcut("herald_draft_global", (request, context) -> context.ack());
    Message said = slack.as("ben").say("#general", "We won <a prize> https://a.example");
    amira.shortcut("herald_draft_from_message", said);
    assertThat(text.get()).isEqualTo("We won &lt;a prize&gt; <https://a.example>");
    assertThat(amira.shortcut("herald_draft_global").delivery()).matches(Delivery::ok);
  }

  @Test
  void events_arrive_and_come_again_with_slacks_retry_headers() {
    AtomicReference<String> heard = new AtomicReference<>();
    bolt.app.event(
        MessageEvent.class,
        (payload, context) -> {
          heard.set(
              payload.getEvent().getText()
                  + " "
                  + context.getRetryNum()
                  + " "
                  + context.getRetryReason()
                  + " "
                  + payload.getEventId());
          return context.ack();
        });
    bolt.app.event(MemberJoinedChannelEvent.class, (payload, context) -> context.ack());
    amira.tell("hello");
    assertThat(heard.get()).startsWith("hello null null Ev");
    Delivery joined = slack.join("#general", "U0HERALD");
    assertThat(joined.ok()).isTrue();
    assertThat(slack.channel("general").members()).contains("U0HERALD");
    Delivery again = slack.sender().retry(joined, 1, "http_timeout");
    assertThat(again.ok()).isTrue();
    assertThat(again.body()).isEqualTo(joined.body());
  }

  @Test
  void a_request_without_a_good_signature_is_not_taken_by_bolt() {
    formOnCommand();
    Outcome good = amira.command("/herald draft");
    String body = java.util.Objects.requireNonNull(good.delivery()).body();
    String type = good.delivery().contentType();
    Delivery bad =
        slack
            .sender()
            .raw(
                type, body, Map.of("X-Slack-Request-Timestamp", "1", "X-Slack-Signature", "v0=00"));
    assertThat(bad.status()).isEqualTo(401);
  }

  @Test
  void an_app_that_does_not_answer_well_is_complained_of() {
    assertThatThrownBy(() -> amira.command("/unknown"))
        .isInstanceOf(Complaint.class)
        .hasMessageContaining("http_404");
  }
}
