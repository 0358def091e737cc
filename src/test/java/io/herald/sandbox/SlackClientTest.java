package io.herald.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.Conversation;
import com.slack.api.model.ConversationType;
import com.slack.api.model.Message.Metadata;
import com.slack.api.model.User;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Slack's own Java client talks to the double and understands what it answers. */
final class SlackClientTest {
  private final SlackDouble slack = Doubles.start();
  private final Slack sdk = Slack.getInstance(config());
  private final MethodsClient client = sdk.methods(slack.botToken());

  private SlackConfig config() {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(slack.apiUrl());
    config.setStatsEnabled(false);
    return config;
  }

  @AfterEach
  void close() throws Exception {
    sdk.close();
    slack.close();
  }

  @Test
  void a_message_to_a_person_opens_the_conversation_and_keeps_its_metadata() throws Exception {
    var answer =
        client.chatPostMessage(
            r ->
                r.channel("U0BEN")
                    .text("A new post")
                    .blocksAsString(
                        "[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"*A* post\"}}]")
                    .metadata(
                        Metadata.builder()
                            .eventType("herald_delivery")
                            .eventPayload(Map.of("delivery_id", "d-1"))
                            .build()));

    assertThat(answer.isOk()).isTrue();
    assertThat(answer.getChannel()).isEqualTo("D0BEN");
    assertThat(slack.dm("Ben Okafor"))
        .singleElement()
        .extracting(Message::ts)
        .isEqualTo(answer.getTs());
    assertThat(slack.dm("ben").get(0).shown()).isEqualTo("*A* post");
    assertThat(slack.ledger().deliveries()).containsExactly(Map.entry("d-1", 1L));

    slack.grant("im:history");
    var history =
        client.conversationsHistory(
            r -> r.channel("D0BEN").includeAllMetadata(true).oldest("1700000000").limit(15));
    assertThat(history.getMessages())
        .singleElement()
        .satisfies(
            message ->
                assertThat(message.getMetadata().getEventPayload())
                    .containsEntry("delivery_id", "d-1"));
  }

  @Test
  void a_message_is_changed_and_taken_back() throws Exception {
    var posted = client.chatPostMessage(r -> r.channel("#approvals").text("first"));
    var changed =
        client.chatUpdate(r -> r.channel(posted.getChannel()).ts(posted.getTs()).text("second"));
    assertThat(changed.isOk()).isTrue();
    assertThat(slack.messagesIn("#approvals"))
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.text()).isEqualTo("second");
              assertThat(message.edited()).isTrue();
            });

    assertThat(client.chatDelete(r -> r.channel(posted.getChannel()).ts(posted.getTs())).isOk())
        .isTrue();
    assertThat(slack.messagesIn("approvals")).isEmpty();
    assertThat(
            client
                .chatUpdate(r -> r.channel(posted.getChannel()).ts(posted.getTs()).text("third"))
                .getError())
        .isEqualTo("message_not_found");
  }

  @Test
  void an_update_without_blocks_keeps_the_old_ones_as_slack_does() throws Exception {
    var posted =
        client.chatPostMessage(
            r -> r.channel("#approvals").text("first").blocksAsString("[{\"type\":\"divider\"}]"));
    client.chatUpdate(r -> r.channel(posted.getChannel()).ts(posted.getTs()).text("second"));
    assertThat(slack.messagesIn("#approvals").get(0).blocks()).hasSize(1);

    client.chatUpdate(
        r -> r.channel(posted.getChannel()).ts(posted.getTs()).text("third").blocks(List.of()));
    assertThat(slack.messagesIn("#approvals").get(0).blocks()).isEmpty();
  }

  @Test
  void people_are_described_with_zone_address_and_standing() throws Exception {
    slack.put(slack.person("ben").withZone("America/New_York").asGuest());
    User ben = client.usersInfo(r -> r.user("U0BEN")).getUser();
    assertThat(ben.getTz()).isEqualTo("America/New_York");
    assertThat(ben.isRestricted()).isTrue();
    assertThat(ben.isEmailConfirmed()).isTrue();
    assertThat(ben.getProfile().getEmail()).isEqualTo("ben@acme.example");

    assertThat(client.usersLookupByEmail(r -> r.email("BEN@acme.example")).getUser().getId())
        .isEqualTo("U0BEN");
    assertThat(client.usersLookupByEmail(r -> r.email("no@acme.example")).getError())
        .isEqualTo("users_not_found");
    assertThat(client.usersInfo(r -> r.user("U0NOBODY")).getError()).isEqualTo("user_not_found");
  }

  @Test
  void lists_come_in_pages() throws Exception {
    var first = client.usersList(r -> r.limit(3));
    assertThat(first.getMembers()).hasSize(3);
    var second =
        client.usersList(r -> r.limit(3).cursor(first.getResponseMetadata().getNextCursor()));
    assertThat(second.getMembers()).hasSize(1);
    assertThat(second.getResponseMetadata().getNextCursor()).isEmpty();
  }

  @Test
  void channels_show_what_the_bot_may_see() throws Exception {
    slack.put(slack.addChannel("C0SECRET", "secret", "U0BEN").asPrivate());
    slack.put(slack.addChannel("C0PARTNER", "partner", "U0HERALD").asShared());
    List<Conversation> listed =
        client
            .conversationsList(
                r ->
                    r.types(
                        List.of(ConversationType.PUBLIC_CHANNEL, ConversationType.PRIVATE_CHANNEL)))
            .getChannels();
    assertThat(listed)
        .extracting(Conversation::getName)
        .containsExactlyInAnyOrder("general", "approvals", "partner");
    assertThat(client.conversationsInfo(r -> r.channel("C0PARTNER")).getChannel().isExtShared())
        .isTrue();
    assertThat(client.conversationsInfo(r -> r.channel("C0SECRET")).getError())
        .isEqualTo("channel_not_found");
    assertThat(client.conversationsMembers(r -> r.channel("C0APPROVALS")).getMembers())
        .containsExactly("U0CLARA", "U0HERALD");
  }

  @Test
  void a_token_that_the_double_did_not_give_is_refused() throws Exception {
    assertThat(sdk.methods("xoxb-other").authTest(r -> r).getError()).isEqualTo("invalid_auth");
    assertThat(client.authTest(r -> r).getUserId()).isEqualTo("U0HERALD");
  }

  @Test
  void a_missing_scope_is_named() throws Exception {
    slack.accept(Token.of(slack.botToken(), List.of("chat:write")));
    var answer = client.usersInfo(r -> r.user("U0BEN"));
    assertThat(answer.getError()).isEqualTo("missing_scope");
    assertThat(answer.getNeeded()).isEqualTo("users:read");
    assertThat(answer.getProvided()).isEqualTo("chat:write");
    assertThat(answer.getHttpResponseHeaders().get("x-oauth-scopes")).containsExactly("chat:write");
  }

  @Test
  void a_rate_limit_says_when_to_come_back() throws IOException {
    slack.faults().next("chat.postMessage", Fault.rateLimited(17));
    try {
      client.chatPostMessage(r -> r.channel("U0BEN").text("hello"));
    } catch (SlackApiException e) {
      assertThat(e.getResponse().code()).isEqualTo(429);
      assertThat(e.getResponse().header("Retry-After")).isEqualTo("17");
      assertThat(slack.dm("ben")).isEmpty();
      return;
    }
    throw new AssertionError("the call went through");
  }

  @Test
  void groups_and_their_people_are_listed() throws Exception {
    slack.putGroup("S0LEGAL", "legal", "Legal", "U0CLARA");
    assertThat(client.usergroupsList(r -> r).getUsergroups())
        .singleElement()
        .satisfies(group -> assertThat(group.getHandle()).isEqualTo("legal"));
    assertThat(client.usergroupsUsersList(r -> r.usergroup("S0LEGAL")).getUsers())
        .containsExactly("U0CLARA");
  }
}
