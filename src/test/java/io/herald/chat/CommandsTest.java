package io.herald.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.members.Platform;
import io.herald.words.Refusal;
import io.herald.words.Text;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommandsTest {
  private final Commands commands = new Commands();

  /** Words, and what they mean. */
  record Meant(String typed, Intent intent) {}

  static Stream<Meant> commands() {
    return Stream.of(
        new Meant("", new Intent.OpenMenu()),
        new Meant("   ", new Intent.OpenMenu()),
        new Meant("help", new Intent.ShowHelp()),
        new Meant("join", new Intent.Join()),
        new Meant("leave", new Intent.Leave()),
        new Meant("draft", new Intent.OpenDraft()),
        new Meant("feed", new Intent.ShowFeed(0)),
        new Meant("mine", new Intent.ShowMine(0)),
        new Meant("settings", new Intent.OpenSettings()),
        new Meant("pause", new Intent.Pause()),
        new Meant("stats", new Intent.ShowStats(0)),
        new Meant("resume", new Intent.Resume()),
        new Meant("asks 3 for everybody", new Intent.SetAsks("3 for everybody")),
        new Meant("campaign", new Intent.ListCampaigns(0)),
        new Meant("campaign new", new Intent.NewCampaign()),
        new Meant("practice", new Intent.Practise()),
        new Meant("policy disclosure", new Intent.OpenDisclosure()),
        new Meant("bio", new Intent.OpenBio()),
        new Meant("policy", new Intent.ShowPolicy()),
        new Meant("policy publish", new Intent.PublishPolicy(0)),
        new Meant("policy status", new Intent.ShowPolicyStatus()),
        new Meant("policy strictness strict", new Intent.SetStrictness("strict")),
        new Meant("topic", new Intent.ArrangeTopic("")),
        new Meant("role", new Intent.ArrangeRole("")),
        new Meant("use this channel for approvals", new Intent.UseChannelForApprovals()));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void every_command_is_understood_whatever_the_case_and_spaces(Meant meant) {
    assertThat(commands.read(meant.typed())).isEqualTo(meant.intent());
    assertThat(commands.read(" " + meant.typed().toUpperCase(java.util.Locale.ROOT) + "\t"))
        .isEqualTo(meant.intent());
    assertThat(commands.read(meant.typed().replace(" ", "   "))).isEqualTo(meant.intent());
  }

  @Test
  void words_after_a_command_that_takes_none_do_not_matter() {
    assertThat(commands.read("feed please")).isEqualTo(new Intent.ShowFeed(0));
  }

  @Test
  void a_draft_begins_with_the_link_and_keeps_the_words_as_they_were_typed() {
    assertThat(commands.read("draft  https://example.com/Jobs?x=1   We are  hiring\nin Lyon "))
        .isEqualTo(new Intent.DraftFrom("https://example.com/Jobs?x=1", "We are  hiring\nin Lyon"));
    assertThat(commands.read("Draft HTTPS://example.com"))
        .isEqualTo(new Intent.DraftFrom("HTTPS://example.com", ""));
    assertThat(commands.read("draft We are hiring: https://example.com"))
        .isEqualTo(new Intent.DraftFrom("", "We are hiring: https://example.com"));
    assertThat(commands.read("draft www.example.com Look"))
        .as("the form says what is missing of the link")
        .isEqualTo(new Intent.DraftFrom("www.example.com", "Look"));
  }

  @Test
  void what_follows_topic_and_role_is_kept_as_it_was_typed() {
    assertThat(commands.read("TOPIC  add  Life at Work"))
        .isEqualTo(new Intent.ArrangeTopic("add  Life at Work"));
    assertThat(commands.read("topics")).isEqualTo(new Intent.ArrangeTopic(""));
    assertThat(commands.read("role grant lead @U123"))
        .isEqualTo(new Intent.ArrangeRole("grant lead @U123"));
  }

  @Test
  void anything_else_is_a_typo_to_be_helped_with() {
    assertThat(commands.read("fed")).isEqualTo(new Intent.Typo("fed"));
    assertThat(commands.read("use this channel")).isEqualTo(new Intent.Typo("use this channel"));
    assertThat(commands.read("\u202e🎉")).isEqualTo(new Intent.Typo("\u202e🎉"));
  }

  @Test
  void a_command_is_shown_as_it_is_typed_on_each_platform() {
    assertThat(Commands.typed(Platform.SLACK, "feed")).isEqualTo("/herald feed");
    assertThat(Commands.typed(Platform.TEAMS, "feed")).isEqualTo("feed");
  }

  @Test
  void a_refusal_names_commands_as_they_are_typed_where_it_is_shown() {
    Text text = new Refusal("refusal.ended.rejected").text();

    assertThat(Commands.typed(Platform.SLACK, text).plain(ZoneOffset.UTC))
        .contains("“/herald draft”");
    assertThat(Commands.typed(Platform.TEAMS, text).plain(ZoneOffset.UTC)).contains("“draft”");
    Text others = Text.typed("drafty").then(" and topic and ").then(Text.typed("/invite @Herald"));
    assertThat(Commands.typed(Platform.SLACK, others)).isEqualTo(others);
  }
}
