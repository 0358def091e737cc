package io.herald.chat;

import io.herald.members.People;
import io.herald.policy.Language;
import io.herald.policy.Policies;
import io.herald.policy.Standing;
import io.herald.post.Topic;
import io.herald.post.Topics;
import io.herald.words.Text;
import io.herald.words.Words;
import java.time.ZoneOffset;
import java.util.List;

/** Joining and leaving; what members choose is the {@link SettingsClerk}'s. */
final class JoinClerk implements Clerk<Intent.Joining> {
  private final People people;
  private final Topics topics;
  private final CardBook cards;
  private final Homes homes;
  private final SettingsClerk settings;
  private final Policies policies;

  JoinClerk(
      People people,
      Topics topics,
      CardBook cards,
      Homes homes,
      SettingsClerk settings,
      Policies policies) {
    this.people = people;
    this.topics = topics;
    this.policies = policies;
    this.cards = cards;
    this.homes = homes;
    this.settings = settings;
  }

  @Override
  public Reply handle(Turn turn, Intent.Joining intent) {
    if (intent instanceof Intent.Join) {
      return policyOrJoin(turn);
    }
    if (intent instanceof Intent.JoinHavingRead read) {
      Language language = Language.of(read.language()).orElse(Language.ENGLISH);
      policies.acknowledge(turn.tx(), turn.member(), read.document(), read.version(), language);
      return policyOrJoin(turn);
    }
    if (intent instanceof Intent.JoinFirst) {
      return joinUnread(turn);
    }
    if (intent instanceof Intent.Leave) {
      return leave(turn);
    }
    return settings.handle(turn, (Intent.Choosing) intent);
  }

  /** Whoever joins is shown the policy first, one document after the other. */
  private Reply policyOrJoin(Turn turn) {
    people.mustBelong(turn.tx(), turn.person());
    List<Standing> waiting =
        turn.person().joined() ? List.of() : policies.waiting(turn.tx(), turn.member());
    if (waiting.isEmpty()) {
      return said(turn, join(turn));
    }
    Standing next = waiting.get(0);
    return PolicyClerk.show(turn, PolicyCard.joining(next, next.text().language()));
  }

  /** They were shown what there is to read, so nothing asks them again by itself. */
  private Reply joinUnread(Turn turn) {
    people.mustBelong(turn.tx(), turn.person());
    policies
        .waiting(turn.tx(), turn.member())
        .forEach(unread -> policies.shown(turn.tx(), unread.document(), turn.member()));
    return said(
        turn, join(turn).then(" ").then(Words.text("policy.read_later", typed(turn, "policy"))));
  }

  private Text join(Turn turn) {
    boolean changed = people.join(turn.tx(), turn.person());
    if (changed) {
      redraw(turn);
    }
    return Words.text(changed ? "joined" : "joined.before").then(" ").then(follows(turn));
  }

  /** In the place of the policy where it was pressed there. */
  private static Reply said(Turn turn, Text text) {
    return turn.ask().intent() instanceof Intent.Join || turn.place().message() == null
        ? new Reply.Say(text)
        : new Reply.Replace(new Card(text.plain(ZoneOffset.UTC), List.of(new Part.Lead(text))));
  }

  private Text follows(Turn turn) {
    List<Long> followed = people.follows(turn.tx(), turn.member());
    List<String> names =
        topics.offered(turn.tx()).stream()
            .filter(topic -> followed.contains(topic.id()))
            .map(Topic::name)
            .toList();
    String settings = typed(turn, "settings");
    return names.isEmpty()
        ? Words.text("joined.follows_none", settings)
        : Words.text(
            "joined.follows",
            Text.strong(String.join(", ", names)),
            settings,
            typed(turn, "leave"));
  }

  private Reply leave(Turn turn) {
    boolean changed = people.leave(turn.tx(), turn.person());
    if (changed) {
      redraw(turn);
    }
    return new Reply.Say(Words.text(changed ? "left" : "left.before", typed(turn, "join")));
  }

  private void redraw(Turn turn) {
    cards.refresh(turn.tx(), CardKind.WELCOME, turn.member());
    homes.refresh(turn.tx(), turn.member());
  }

  private static String typed(Turn turn, String words) {
    return Commands.typed(turn.person().platform(), words);
  }
}
