package io.herald.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.sandbox.Delivery;
import io.herald.sandbox.Message;
import io.herald.sandbox.Modal;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is repeated, replayed or forged causes nothing, and is answered all the same. */
class OnceTest {
  private final Office office = new Office();

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void a_command_that_slack_repeats_gets_the_same_answer_and_causes_nothing_more() {
    office.join(office.ben());
    Delivery leaving = Objects.requireNonNull(office.ben().command("/herald leave").delivery());
    Delivery joining = Objects.requireNonNull(office.ben().command("/herald join").delivery());
    Delivery repeated = office.slack.sender().again(leaving);
    assertThat(repeated.status()).isEqualTo(200);
    assertThat(repeated.answer()).isEqualTo(leaving.answer()).isNotEqualTo(joining.answer());
    assertThat(office.ben().command("/herald join").says()).contains("You had joined before");
  }

  @Test
  void a_submission_that_slack_repeats_makes_one_draft_and_one_that_was_refused_comes_again() {
    office.amira().command("/herald draft https://acme.example/ Words.");
    Modal form = office.amira().modal("New draft");
    form.fill("Headline", "Only once").fill("Image link", "https://acme.example/a.png");
    form.submit();
    assertThat(form.errors()).containsOnlyKeys("Image description");
    Delivery taken =
        Objects.requireNonNull(form.fill("Image description", "A garden").submit().delivery());
    Delivery repeated = office.slack.sender().again(taken);
    assertThat(repeated.status()).isEqualTo(200);
    assertThat(repeated.answer()).isEqualTo(taken.answer());

    office.review("Only once", "Waiting for an approver");
    office.draft(office.amira(), "Another");
    office.review("Another", "Waiting for an approver");
    assertThat(cards("Only once")).hasSize(1);
  }

  @Test
  void a_click_that_is_replayed_decides_nothing_again() {
    office.draft(office.amira(), "News");
    Message card = office.review("News", "Waiting for an approver");
    Delivery click = Objects.requireNonNull(office.clara().press("Approve", card).delivery());
    office.clara().press("Undo", office.review("News", "Undo"));
    office.review("News", "Waiting for an approver");

    assertThat(office.slack.sender().again(click).status()).isEqualTo(200);
    office.draft(office.amira(), "Another");
    office.review("Another", "Waiting for an approver");
    assertThat(cards("News").get(0).shown()).contains("Waiting for an approver");
  }

  @Test
  void a_forged_click_gains_nothing_and_its_presser_is_told() throws IOException {
    office.draft(office.amira(), "News");
    Message card = office.review("News", "Waiting for an approver");
    Delivery click = Objects.requireNonNull(office.ben().press("Read all", card).delivery());
    for (String value : List.of("approve:1:0", "publish_now:1", "approve:x:0", "sudo")) {
      assertThat(office.slack.sender().interaction(forged(click, value)).status())
          .as(value)
          .isEqualTo(200);
    }
    office.ben().sees("Only an approver can do this");
    office.ben().sees("Only a comms lead or an admin can do this");
    office.ben().sees("This button is from another time");
    assertThat(office.review("News", "Waiting for an approver").buttons()).contains("Approve");
  }

  private static ObjectNode forged(Delivery click, String value) throws IOException {
    String json =
        URLDecoder.decode(click.body().substring("payload=".length()), StandardCharsets.UTF_8);
    var payload = (ObjectNode) new ObjectMapper().readTree(json);
    var action = (ObjectNode) payload.withArray("actions").get(0);
    action.put("value", value);
    action.put("action_ts", "1." + Math.abs(value.hashCode()));
    return payload;
  }

  private List<Message> cards(String headline) {
    return office.slack.messagesIn("approvals").stream()
        .filter(m -> m.thread().isEmpty() && m.shown().contains(headline))
        .toList();
  }
}
