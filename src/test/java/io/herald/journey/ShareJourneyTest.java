package io.herald.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.sandbox.Fault;
import io.herald.sandbox.Message;
import io.herald.sandbox.Modal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShareJourneyTest {
  private final Office office = new Office();

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void own_words_are_shared_instead_of_the_given_ones() {
    office.join(office.ben());
    office.live(office.amira(), "News");
    office.ben().press("Edit the words", office.ben().hears("because you follow"));
    Modal form = office.ben().modal("Edit the words");
    assertThat(form.text("Your words")).isEqualTo("Words about News.");
    form.fill("Your words", "I was there.").submit();

    Message card = office.ben().hears("I was there.");
    HttpResponse<String> composer = office.open(card.link("Share on X").orElseThrow());
    assertThat(composer.headers().firstValue("Location").orElseThrow())
        .startsWith("https://x.com/intent/tweet?text=I%20was%20there.");
  }

  @Test
  void not_for_me_folds_the_card_and_undo_brings_it_back() {
    office.join(office.ben());
    office.live(office.amira(), "News");
    Message card = office.ben().hears("because you follow");
    office.ben().press("Not for me", card);
    Message folded = office.ben().hears("is folded away");
    assertThat(folded.ts()).isEqualTo(card.ts());
    assertThat(folded.buttons()).containsExactly("Undo", "Fewer like this", "Leave");
    office.ben().press("Undo", folded);
    assertThat(office.ben().hears("because you follow").ts()).isEqualTo(card.ts());
  }

  @Test
  void a_card_on_which_somebody_presses_before_its_sending_is_noted_is_drawn_anew_all_the_same() {
    office.join(office.ben());
    office.slack.faults().nextTo("U0BEN", "chat.postMessage", Fault.slow(Duration.ofMillis(1_500)));
    office.live(office.amira(), "News");
    office.ben().press("Not for me", office.ben().hears("because you follow"));
    office.ben().hears("is folded away");
  }

  @Test
  void fewer_like_this_unfollows_the_topics_of_the_post() {
    office.join(office.ben());
    office.live(office.amira(), "News");
    office.ben().press("Not for me", office.ben().hears("because you follow"));
    office.ben().press("Fewer like this", office.ben().hears("is folded away"));
    office.ben().sees("no more posts of this kind");
    office.join(office.otto());
    office.live(office.amira(), "More news");
    office.otto().hears("Words about More news");
    assertThat(office.slack.dm("U0BEN"))
        .noneMatch(m -> m.shown().contains("Words about More news"));
  }

  @Test
  void more_offers_every_network_that_takes_the_words_and_the_words_to_copy() {
    office.join(office.ben());
    office.live(office.amira(), "News");
    office.ben().press("More…", office.ben().hears("because you follow"));
    Modal more = office.ben().modal("More ways to share");
    assertThat(more.shown())
        .contains("Share on Bluesky")
        .contains("Share on Mastodon")
        .contains("Share on Instagram")
        .contains("Words about News.");
  }

  @Test
  void in_a_channel_everybody_sees_one_card_and_gets_their_own_buttons() {
    office.dan().command("/herald topic add Hiring");
    office.dan().sees("is a topic now");
    office.dan().command("/herald topic point Hiring at #news");
    office.dan().sees("now go to");
    office.amira().command("/herald draft https://acme.example/ Come and work with us.");
    office
        .amira()
        .modal("New draft")
        .fill("Headline", "We are hiring")
        .fill("Topics", "Hiring")
        .submit();
    office.clara().press("Approve", office.review("We are hiring", "Waiting for"));

    Message card = office.slack.awaitIn("news", m -> m.shown().contains("We are hiring"));
    assertThat(card.buttons()).containsExactly("Share…");
    assertThat(card.blocks().toString()).doesNotContain("/s/");
    office.ben().press("Share…", card);
    Message own = office.ben().sees("Your own share buttons");
    String bens = own.link("Share on X").orElseThrow();
    assertThat(office.open(bens).statusCode()).isEqualTo(302);
    office.amira().press("Share…", card);
    String amiras = office.amira().sees("Your own share buttons").link("Share on X").orElseThrow();
    assertThat(amiras).isNotEqualTo(bens);
  }

  @Test
  void crawlers_and_unfurlers_are_answered_and_counted_for_nobody() {
    office.join(office.ben());
    office.live(office.amira(), "News");
    Message card = office.ben().hears("because you follow");
    String link = card.link("Share on LinkedIn").orElseThrow();
    assertThat(office.open(link, "Slackbot-LinkExpanding 1.0").statusCode()).isEqualTo(302);
    office.ben().command("/herald mine");
    assertThat(office.ben().sees("Your").shown()).doesNotContain("LinkedIn");
    office.open(link);
    office.ben().command("/herald mine");
    office.ben().sees("LinkedIn");
  }

  @Test
  void nothing_is_sent_before_share_from_and_an_approver_sees_when_it_will_be() {
    office.join(office.ben());
    String tomorrow =
        LocalDateTime.now(ZoneOffset.UTC).plusDays(1).truncatedTo(ChronoUnit.MINUTES).toString();
    office.amira().command("/herald draft https://acme.example/ Tomorrow it is.");
    office
        .amira()
        .modal("New draft")
        .fill("Headline", "Tomorrow")
        .fill("Share from", tomorrow)
        .submit();
    office.clara().press("Approve", office.review("Tomorrow", "Waiting for"));
    office.review("Tomorrow", "It goes live");
    office.until(
        "Undo to be gone",
        () -> !office.review("Tomorrow", "goes live").buttons().contains("Undo"));
    assertThat(office.slack.dm("U0BEN")).noneMatch(m -> m.shown().contains("Tomorrow it is."));
  }

  @Test
  void whoever_leaves_gets_nothing_more_and_keeps_what_they_have() {
    office.join(office.ben());
    office.live(office.amira(), "News");
    Message card = office.ben().hears("because you follow");
    office.ben().command("/herald leave");
    office.join(office.otto());
    office.live(office.amira(), "More news");
    office.otto().hears("Words about More news");
    assertThat(office.slack.dm("U0BEN"))
        .noneMatch(m -> m.shown().contains("Words about More news"));
    assertThat(office.open(card.link("Share on X").orElseThrow()).statusCode()).isEqualTo(302);
  }

  @Test
  void an_edit_of_a_live_post_replaces_it_on_the_cards_that_were_delivered() {
    office.join(office.ben());
    office.live(office.amira(), "News");
    Message card = office.ben().hears("because you follow");
    office.amira().press("Edit", office.amira().hears("live. Thank you"));
    office.amira().modal("Edit and resubmit").fill("Post text", "Words that are better.").submit();
    Message second = office.review("Words that are better.", "Waiting for");
    assertThat(office.ben().hears("because you follow").shown()).contains("Words about News.");
    office.clara().press("Approve", second);
    assertThat(office.ben().hears("Words that are better.").ts()).isEqualTo(card.ts());
    assertThat(
            office.slack.dm("U0BEN").stream()
                .filter(m -> m.shown().contains("because you follow"))
                .toList())
        .hasSize(1);
  }

  @Test
  void a_message_becomes_a_draft_with_its_text_and_link() {
    Message message =
        office.slack.as("U0BEN").say("news", "Our talk: https://acme.example/talk is online");
    office.amira().shortcut("herald_turn_into_draft", message);
    Modal form = office.amira().modal("New draft");
    assertThat(form.text("Link")).isEqualTo("https://acme.example/talk");
    assertThat(form.text("Post text")).contains("Our talk").contains("is online");
    assertThat(form.labels()).containsAll(List.of("Link", "Headline", "Post text"));
  }
}
