package io.herald.chat;

import io.herald.members.Platform;
import io.herald.policy.Acknowledgement;
import io.herald.policy.Language;
import io.herald.policy.PolicyDocument;
import io.herald.policy.PolicyText;
import io.herald.policy.Standing;
import io.herald.words.Text;
import io.herald.words.Words;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The organisation's policy, as a member reads and acknowledges it. */
final class PolicyCard {
  private PolicyCard() {}

  /** What is in force for a member, and what they acknowledged. */
  static Card list(List<Standing> standings, Platform platform, boolean admin) {
    var parts = new ArrayList<Part>();
    parts.add(new Part.Heading(Words.say("policy")));
    if (standings.isEmpty()) {
      parts.add(new Part.Lead(none(platform)));
    }
    for (Standing standing : standings) {
      String title = standing.text().title();
      parts.add(
          new Part.Entry(
              Text.strong(title)
                  .then("\n")
                  .then(version(standing.document()))
                  .then("\n")
                  .then(state(standing)),
              null,
              choices(standing, title, admin)));
    }
    if (admin) {
      parts.add(
          new Part.Choices(
              List.of(
                  Choice.of(Words.say("policy.publish.button"), new Intent.PublishPolicy(0)),
                  Choice.of(Words.say("policy.status.button"), new Intent.ShowPolicyStatus()))));
    }
    long waiting = standings.stream().filter(s -> !s.acknowledged()).count();
    String summary =
        standings.isEmpty()
            ? none(platform).plain(ZoneOffset.UTC)
            : Words.say(
                waiting == 0 ? "policy.list.all_read" : "policy.list.summary",
                String.join("; ", standings.stream().map(s -> s.text().title()).toList()),
                Commands.typed(platform, "policy"));
    return new Card(Shorten.with(summary, 3_000), parts);
  }

  static Text none(Platform platform) {
    return Words.text("policy.none", Commands.typed(platform, "policy publish"));
  }

  private static List<Choice> choices(Standing standing, String title, boolean admin) {
    long id = standing.document().id();
    var choices = new ArrayList<Choice>();
    var read = new Intent.ReadPolicy(id, "");
    choices.add(
        standing.acknowledged()
            ? Choice.of(Words.say("policy.show"), read)
            : Choice.main(Words.say("policy.read"), read));
    if (admin) {
      choices.add(Choice.of(Words.say("policy.new_version"), new Intent.PublishPolicy(id)));
      choices.add(Choice.of(Words.say("policy.translate"), new Intent.TranslatePolicy(id)));
      choices.add(Choice.danger(Words.say("policy.retire"), new Intent.RetirePolicy(id)));
    }
    return choices.stream().map(c -> c.spoken(Words.say("list.spoken", c.label(), title))).toList();
  }

  /**
   * A policy to read, in a language.
   *
   * @param why the line above it, or none
   */
  static Card read(Standing standing, Language language, @Nullable Text why) {
    PolicyText text = standing.document().in(language);
    var choices = new ArrayList<Choice>();
    choices.add(open(text));
    if (!standing.acknowledged()) {
      choices.add(
          Choice.main(
              Words.say("policy.acknowledge"),
              new Intent.Acknowledge(
                  standing.document().id(), standing.document().version(), text.language().tag())));
      others(standing.document(), text).forEach(choices::add);
    }
    return card(standing, text, why, choices);
  }

  /** A policy to read before joining. */
  static Card joining(Standing standing, Language language) {
    PolicyDocument document = standing.document();
    PolicyText text = document.in(language);
    return card(
        standing,
        text,
        Words.text("policy.before_joining"),
        List.of(
            open(text),
            Choice.main(
                Words.say("policy.acknowledge_and_join"),
                new Intent.JoinHavingRead(
                    document.id(), document.version(), text.language().tag())),
            Choice.of(Words.say("policy.join_first"), new Intent.JoinFirst())));
  }

  /** A card that asks by itself to read a version; what it says once that is done, or over. */
  static Card asking(Standing standing, int version, Platform platform) {
    PolicyDocument document = standing.document();
    if (!document.inForce()) {
      return over(standing);
    }
    if (document.version() != version) {
      return line(
          Words.text(
              "policy.newer",
              Text.strong(document.first().title()),
              Commands.typed(platform, "policy")));
    }
    if (standing.acknowledged()) {
      return line(Text.strong(standing.text().title()).then("\n").then(state(standing)));
    }
    Text why = Words.text(standing.last() == null ? "policy.asked" : "policy.asked_again");
    return read(standing, standing.text().language(), why);
  }

  /** What stands in the place of a policy that is not in force any more. */
  static Card over(Standing standing) {
    return line(Words.text("policy.not_in_force", Text.strong(standing.text().title())));
  }

  /** What stands in the place of a policy that was acknowledged. */
  static Card thanks(Standing standing, List<Standing> waiting) {
    var parts = new ArrayList<Part>();
    Text thanks =
        Words.text("policy.thanks", Text.strong(standing.text().title()))
            .then(" ")
            .then(state(standing));
    parts.add(new Part.Lead(thanks));
    if (!waiting.isEmpty()) {
      Standing next = waiting.get(0);
      parts.add(
          new Part.Entry(
              Words.text("policy.next", Text.strong(next.text().title())),
              null,
              List.of(
                  Choice.main(
                      Words.say("policy.read"), new Intent.ReadPolicy(next.document().id(), "")))));
    }
    return new Card(thanks.plain(ZoneOffset.UTC), parts);
  }

  private static Card card(
      Standing standing, PolicyText text, @Nullable Text why, List<Choice> choices) {
    var parts = new ArrayList<Part>();
    parts.add(new Part.Heading(text.title()));
    if (why != null) {
      parts.add(new Part.Lead(why));
    }
    parts.add(
        new Part.Footnote(
            version(standing.document())
                .then(" · ")
                .then(text.language().name())
                .then(
                    standing.acknowledged() ? Text.of(" · ").then(state(standing)) : Text.of(""))));
    parts.add(new Part.Body(text.summary()));
    parts.add(new Part.Choices(choices));
    parts.add(new Part.Footnote(Words.text("policy.kept")));
    return new Card(
        Words.say(
            "policy.card.summary", text.title(), Shorten.with(text.summary(), 2_000), text.link()),
        parts);
  }

  private static Choice open(PolicyText text) {
    return Choice.link(Words.say("policy.open"), text.link(), "policy")
        .spoken(Words.say("list.spoken", Words.say("policy.open"), text.title()));
  }

  /** The same in its other languages. */
  private static List<Choice> others(PolicyDocument document, PolicyText shown) {
    return document.texts().stream()
        .filter(other -> !other.language().equals(shown.language()))
        .map(
            other ->
                Choice.of(
                    other.language().name(),
                    new Intent.ReadPolicy(document.id(), other.language().tag())))
        .toList();
  }

  private static Text version(PolicyDocument document) {
    return Words.text("policy.version", document.version(), document.publishedAt());
  }

  /** "You acknowledged it on …" */
  private static Text state(Standing standing) {
    Acknowledgement last = standing.last();
    if (last == null) {
      return Words.text("policy.state.never");
    }
    return Words.text(
        standing.acknowledged() ? "policy.state.read" : "policy.state.older",
        last.at(),
        last.language().name(),
        last.version());
  }

  private static Card line(Text text) {
    return new Card(text.plain(ZoneOffset.UTC), List.of(new Part.Lead(text)));
  }
}
