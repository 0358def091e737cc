package io.herald.sandbox;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.asBlocks;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.asOptions;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.option;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.asElements;
import static com.slack.api.model.block.element.BlockElements.button;
import static com.slack.api.model.block.element.BlockElements.staticSelect;
import static com.slack.api.model.view.Views.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.MemberJoinedChannelEvent;
import com.slack.api.model.event.MessageEvent;
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
    amira.tell("unheard without the scope");
    assertThat(heard.get()).isNull();
    slack.grant("im:history");
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
    bolt.app.command("/herald", (request, context) -> context.ack());
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
