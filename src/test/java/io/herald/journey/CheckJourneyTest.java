package io.herald.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.journey.Colleague.Asked;
import io.herald.journey.Colleague.Seen;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A draft with a telephone number, and a pack that comes into force, the same on each face. */
class CheckJourneyTest {
  private static final String WORDS =
      "Vote for our robot at the fair on Friday! Questions? Call Mia on 0171 2345678.";

  @ParameterizedTest
  @EnumSource(
      value = Face.class,
      names = {"SLACK", "TEAMS"})
  void a_draft_is_held_an_approver_lets_it_through_and_a_new_pack_finds_it_live(Face face) {
    try (Organisation acme = face.open()) {
      acme.ben().types("join");
      acme.ben().types("check " + WORDS);
      acme.ben().isTold("Please mend 1 thing", "“0171 2345678”", "lead to a contact page");

      acme.amira().types("draft https://acme.example/fair " + WORDS);
      Asked form = acme.amira().isAsked("New draft").fill("Headline", "The fair");
      assertThat(form.send("Submit"))
          .hasEntrySatisfying(
              "Post text",
              said -> assertThat(said).contains("Telephone number", "Ask an approver"));
      assertThat(form.text("Headline")).isEqualTo("The fair");
      form.fill("If a check stops this draft", "Ask an approver");
      assertThat(form.send("Submit")).isEmpty();

      Seen card = acme.clara().reviews("The fair", "Blocks: Telephone number");
      assertThat(card.buttons()).doesNotContain("Approve");
      acme.clara().press("Let it through", card);
      Asked why = acme.clara().isAsked("Let it through");
      assertThat(why.fill("Reason", "It is the fair's own number.").send("Let through")).isEmpty();
      Seen let = acme.clara().reviews("The fair", "let it through: It is the fair's own number.");
      acme.clara().press("Approve", let);
      acme.ben().hears("because you follow General", "0171 2345678");

      acme.dan().types("policy packs");
      acme.dan().press("Switch on", acme.dan().isTold("Public sector", "Everyday"));
      Seen found = acme.dan().hears("New rules: Public sector", "The fair", "“Vote for”");
      acme.dan().press("Withdraw", found);
      Asked withdraw = acme.dan().isAsked("Withdraw");
      assertThat(withdraw.fill("Why", "It sounds like an election.").send("Send")).isEmpty();
      acme.ben().hears("It sounds like an election.");
      acme.orderly().run();
    }
  }
}
