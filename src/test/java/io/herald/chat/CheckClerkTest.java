package io.herald.chat;

import static io.herald.chat.ChatHouse.choice;
import static io.herald.chat.ChatHouse.entry;
import static io.herald.chat.ChatHouse.opened;
import static io.herald.chat.ChatHouse.refused;
import static io.herald.chat.ChatHouse.shown;
import static io.herald.chat.ChatHouse.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.policy.Disclosure;
import io.herald.policy.DisclosureRule;
import io.herald.policy.Strictness;
import io.herald.testkit.House;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CheckClerkTest {
  private final ChatHouse chat = new ChatHouse();
  private final House house = chat.house;
  private final Person ben = house.joined("Ben");
  private final Person dan = house.joined("Dan", Role.ADMIN);
  private final CheckClerk clerk =
      new CheckClerk(
          house.roles,
          house.packs,
          chat.checks,
          new CheckCard(new DraftRules(house.links)),
          house.disclosures);

  @AfterEach
  void close() {
    chat.close();
  }

  private Card check(String text) {
    return shown(chat.ask(clerk, ben, new Intent.CheckText(text)));
  }

  @Test
  void a_text_with_nothing_in_it_can_be_posted() {
    assertThat(words(check("We opened a garden today.")))
        .contains("You can post this.")
        .contains("LinkedIn")
        .contains("Only you see this");
  }

  @Test
  void each_finding_says_the_rule_the_words_why_and_what_is_better() {
    String card = words(check("Call Anna on 0171 2345678, see https://bit.ly/x1."));
    assertThat(card)
        .contains("Please mend 1 thing before you post this.")
        .contains("Blocks: Telephone number. “0171 2345678” ")
        .contains("Whoever answers this number")
        .contains("lead to a contact page")
        .contains("Warning: Shortened link. “https://bit.ly/x1” ");
  }

  @Test
  void what_is_disclosed_is_said_and_counted() {
    house.run(
        tx ->
            house.disclosures.set(
                tx,
                dan.member(),
                new DisclosureRule(
                    null, null, 0, Disclosure.Mode.REQUIRED, "I work for Acme", "")));
    // 28 for the words, 15 for the disclosure, 35 for the link, and 2 between each of them.
    assertThat(words(check("We opened a garden today. 🌱")))
        .contains("Disclosure: “I work for Acme” (required)")
        .contains("X 82 of 280");
  }

  @Test
  void how_strictly_rules_are_taken_decides_what_blocks() {
    String text = "See https://bit.ly/x1 and call 0171 2345678.";
    house.run(tx -> house.policies.strictness(tx, dan.member(), Strictness.OPEN));
    assertThat(words(check(text))).contains("2 things deserve a second look");
    house.run(tx -> house.policies.strictness(tx, dan.member(), Strictness.STRICT));
    assertThat(words(check(text))).contains("Please mend 2 things");
  }

  @Test
  void many_findings_are_told_in_part_and_how_many_more_there_are() {
    String text = "a@b.example ".repeat(1) + String.join(" ", mails(12));
    assertThat(words(check(text))).contains("And 5 more.");
  }

  private static List<String> mails(int many) {
    return java.util.stream.IntStream.range(0, many)
        .mapToObj(i -> "person" + i + "@example.org")
        .toList();
  }

  @Test
  void without_a_text_a_form_asks_for_one() {
    Form form = opened(chat.ask(clerk, ben, new Intent.CheckText(" ")));
    assertThat(form.intent()).isEqualTo(new Intent.CheckForm());
    Reply empty = chat.ask(clerk, ben, new Intent.CheckForm());
    assertThat(((Reply.Correct) empty).fields()).containsOnlyKeys(CheckClerk.TEXT);
    Reply reply =
        chat.ask(
            clerk,
            ben,
            new Intent.CheckForm(),
            Map.of(CheckClerk.TEXT, List.of("anna.weber@example.org")));
    assertThat(words(shown(reply))).contains("E-mail address");
  }

  @Test
  void an_admin_sees_the_packs_and_switches_them() {
    Card card = shown(chat.ask(clerk, dan, new Intent.ShowPacks(0)));
    assertThat(words(card)).contains("1 of ").contains("Everyday").contains("in force");
    Choice off = choice(entry(card, "Everyday"), "Switch off");
    Card after = shown(chat.ask(clerk, dan, (Intent.SwitchPack) off.intent()));
    assertThat(words(after)).contains("0 of ");
    assertThat(words(check("anna.weber@example.org"))).contains("You can post this.");
  }

  @Test
  void nobody_else_sees_or_switches_packs() {
    assertThat(refused(() -> chat.ask(clerk, ben, new Intent.ShowPacks(0)))).contains("Only");
    assertThat(refused(() -> chat.ask(clerk, ben, new Intent.SwitchPack("everyday", 0))))
        .contains("Only");
  }
}
