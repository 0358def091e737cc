package io.herald.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.sandbox.Channel;
import io.herald.sandbox.Message;
import io.herald.sandbox.Modal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArrangeJourneyTest {
  private final Office office = new Office();

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void another_channel_is_chosen_for_approvals_and_what_waits_comes_there() {
    office.draft(office.amira(), "Waits already");
    office.review("Waits already", "Waiting for an approver");

    office.dan().command("alone", "/herald use this channel for approvals");
    office.dan().sees("One moment: I am looking at this channel.");
    assertThat(office.dan().sees("I am not in *#alone* yet").shown()).contains("/invite @Herald");
    Channel before = office.slack.channel("news");
    office.slack.put(before.asShared());
    office.dan().command("news", "/herald use this channel for approvals");
    office.dan().sees("shared with another organisation");
    office.slack.put(before);
    office.amira().command("news", "/herald use this channel for approvals");
    office.amira().sees("Only an admin can do this.");

    office.dan().command("news", "/herald use this channel for approvals");
    office.dan().sees("Drafts now come to *#news* for approval. 1 draft that waits");
    Message card = office.slack.awaitIn("news", m -> m.shown().contains("Waits already"));
    office.clara().press("Approve", card);
    office.slack.awaitIn("news", m -> m.shown().contains("It is live"));
    office.draft(office.amira(), "Comes here now");
    office.slack.awaitIn("news", m -> m.shown().contains("Comes here now"));
  }

  @Test
  void a_topic_has_its_channel_and_its_stages() {
    office.dan().command("/herald topic add Hiring");
    office.dan().sees("is a topic now.");
    office.dan().command("/herald topic point Hiring at #news");
    office.dan().sees("Posts about *Hiring* now go to *#news* as well.");
    office.dan().command("/herald topic stages Hiring: Legal @ben, Brand");
    office.dan().sees("now pass these stages: Legal (@");
    office.dan().command("/herald topic");
    assertThat(office.dan().sees("Posts also go to #news.").shown()).contains("Legal", "Brand");

    office.amira().command("/herald draft https://acme.example/jobs Come and work with us.");
    Modal form = office.amira().modal("New draft");
    form.fill("Headline", "We are hiring").fill("Topics", "Hiring").submit();
    Message card = office.review("We are hiring", "Stage 1 of 2");
    office.clara().press("Approve", card);
    assertThat(office.clara().sees("whoever decides “Legal”")).isNotNull();
    office.ben().press("Approve", card);
    office.clara().press("Approve", office.review("We are hiring", "Stage 2 of 2"));
    Message post = office.slack.awaitIn("news", m -> m.shown().contains("We are hiring"));
    assertThat(post.buttons()).containsExactly("Share…");
  }

  @Test
  void a_role_is_given_to_somebody_who_never_met_herald_and_counts_at_once() {
    office.draft(office.amira(), "Who decides");
    Message card = office.review("Who decides", "Waiting for an approver");

    office.dan().command("/herald role grant approver @ben");
    office.dan().sees("is an approver now.");
    office.ben().press("Approve", card);
    office.review("Who decides", "Approved by");
    office.dan().command("/herald role");
    assertThat(office.dan().sees("Roles").shown()).contains("approver");
    office.dan().command("/herald role grant approver Ben");
    office.dan().sees("I cannot tell who “Ben” is.");
  }
}
