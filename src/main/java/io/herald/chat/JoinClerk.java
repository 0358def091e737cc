package io.herald.chat;

import io.herald.members.People;
import io.herald.post.Topic;
import io.herald.post.Topics;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.List;

/** Joining and leaving; what members choose is the {@link SettingsClerk}'s. */
final class JoinClerk implements Clerk<Intent.Joining> {
  private final People people;
  private final Topics topics;
  private final CardBook cards;
  private final Homes homes;
  private final SettingsClerk settings;

  JoinClerk(People people, Topics topics, CardBook cards, Homes homes, SettingsClerk settings) {
    this.people = people;
    this.topics = topics;
    this.cards = cards;
    this.homes = homes;
    this.settings = settings;
  }

  @Override
  public Reply handle(Turn turn, Intent.Joining intent) {
    if (intent instanceof Intent.Join) {
      return join(turn);
    }
    if (intent instanceof Intent.Leave) {
      return leave(turn);
    }
    return settings.handle(turn, (Intent.Choosing) intent);
  }

  private Reply join(Turn turn) {
    boolean changed = people.join(turn.tx(), turn.person());
    if (changed) {
      redraw(turn);
    }
    Text said = Words.text(changed ? "joined" : "joined.before");
    return new Reply.Say(said.then(" ").then(follows(turn)));
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
