package io.herald.chat;

import io.herald.members.People;
import io.herald.members.Role;
import io.herald.members.Roles;
import io.herald.post.Topic;
import io.herald.post.Topics;
import io.herald.store.Tx;
import io.herald.words.Refusal;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Arranging topics, for leads and admins; who decides in a stage is for admins alone. */
final class TopicClerk implements Clerk<Intent.ArrangeTopic> {
  /** A draft that passes more stages than this reaches nobody in time. */
  private static final int MOST_STAGES = 10;

  private final Roles roles;
  private final Topics topics;
  private final ChannelRequests channels;
  private final ReviewWatch watch;
  private final Deputies deputies;

  TopicClerk(
      People people, Roles roles, Topics topics, ChannelRequests channels, ReviewWatch watch) {
    this.roles = roles;
    this.topics = topics;
    this.channels = channels;
    this.watch = watch;
    this.deputies = new Deputies(people, topics);
  }

  @Override
  public Reply handle(Turn turn, Intent.ArrangeTopic intent) {
    Tx tx = turn.tx();
    roles.must(tx, turn.member(), Role.LEAD, Role.ADMIN);
    TopicWords words = TopicReader.read(intent.words(), name -> topics.exists(tx, name));
    if (words instanceof TopicWords.Show show) {
      Card card = list(turn, show.skip());
      return turn.place().message() == null ? new Reply.Show(card) : new Reply.Replace(card);
    }
    if (words instanceof TopicWords.Add add) {
      Topic added = topics.add(tx, turn.member(), add.name());
      return say("topic.added", Text.strong(added.name()));
    }
    if (words instanceof TopicWords.Rename rename) {
      Topic topic = topics.named(tx, rename.name());
      topics.rename(tx, turn.member(), topic, rename.to());
      String now = topics.find(tx, topic.id()).map(Topic::name).orElse(rename.to());
      return say("topic.renamed", Text.strong(topic.name()), Text.strong(now));
    }
    if (words instanceof TopicWords.Retire retire) {
      Topic topic = topics.named(tx, retire.name());
      topics.retire(tx, turn.member(), topic);
      return say("topic.retired", Text.strong(topic.name()), typed(turn, "topic add"));
    }
    if (words instanceof TopicWords.Point point) {
      return channels.ask(turn, point.channel(), topics.named(tx, point.name()).id());
    }
    if (words instanceof TopicWords.Unpoint unpoint) {
      return unpoint(turn, topics.named(tx, unpoint.name()), unpoint.channel());
    }
    if (words instanceof TopicWords.Stages stages) {
      roles.must(tx, turn.member(), Role.ADMIN);
      return stages(turn, topics.named(tx, stages.name()), stages.stages());
    }
    return usage(turn, ((TopicWords.Unclear) words).about());
  }

  private Reply unpoint(Turn turn, Topic topic, String typed) {
    Tx tx = turn.tx();
    Optional<Topic.Channel> channel =
        topics.channels(tx, topic.id()).stream()
            .filter(at -> at.workspace() == turn.person().workspace())
            .filter(at -> channels.means(tx, typed, at))
            .findFirst();
    if (channel.isEmpty()) {
      return say("topic.not_pointed", Text.strong(topic.name()));
    }
    topics.unpoint(tx, turn.member(), topic, channel.get());
    return say("topic.unpointed", Text.strong(topic.name()), channels.name(tx, channel.get()));
  }

  private Reply stages(Turn turn, Topic topic, List<TopicWords.Stage> asked) {
    Tx tx = turn.tx();
    if (asked.size() > MOST_STAGES) {
      throw new Refusal("refusal.too_many_stages", MOST_STAGES);
    }
    var stages = new ArrayList<Topic.Stage>();
    for (TopicWords.Stage stage : asked) {
      boolean again =
          stages.stream().anyMatch(s -> Commands.folded(s.name()).equals(folded(stage)));
      if (again) {
        throw new Refusal("refusal.stage_twice", stage.name());
      }
      var deciders = new ArrayList<Topic.Decider>();
      for (String word : stage.deciders()) {
        Topic.Decider decider = deputies.decider(tx, turn.person(), word);
        if (!deciders.contains(decider)) {
          deciders.add(decider);
        }
      }
      stages.add(new Topic.Stage(stages.size(), stage.name().replaceAll("\\s+", " "), deciders));
    }
    watch.around(tx, () -> topics.stages(tx, turn.member(), topic, stages));
    return stages.isEmpty()
        ? say("topic.no_stages", Text.strong(topic.name()))
        : say("topic.staged", Text.strong(topic.name()), deputies.say(tx, stages));
  }

  private static String folded(TopicWords.Stage stage) {
    return Commands.folded(stage.name());
  }

  private Card list(Turn turn, int from) {
    Tx tx = turn.tx();
    Page<Topic> page =
        Page.of(
            from,
            Page.TEN,
            (skip, most) -> topics.offered(tx).stream().skip(skip).limit(most).toList());
    var parts = new ArrayList<Part>();
    parts.add(new Part.Heading(Words.say("topic")));
    for (Topic topic : page.items()) {
      parts.add(new Part.Entry(line(tx, topic), null, List.of()));
    }
    List<Choice> turning = page.turningFromOldest(skip -> new Intent.ArrangeTopic("list " + skip));
    if (!turning.isEmpty()) {
      parts.add(new Part.Choices(turning));
    }
    parts.add(new Part.Footnote(Words.text("topic.footnote", typed(turn, "help"))));
    return new Card(
        Words.say(
            "topic.summary", String.join(", ", page.items().stream().map(Topic::name).toList())),
        parts);
  }

  private Text line(Tx tx, Topic topic) {
    Text line = Text.strong(topic.name());
    List<String> at =
        topics.channels(tx, topic.id()).stream().map(c -> channels.name(tx, c)).toList();
    if (!at.isEmpty()) {
      line = line.then("\n").then(Words.text("topic.channels", String.join(", ", at)));
    }
    List<Topic.Stage> stages = topics.stages(tx, topic.id());
    return stages.isEmpty()
        ? line.then("\n").then(Words.text("topic.any_approver"))
        : line.then("\n").then(Words.text("topic.stages", deputies.say(tx, stages)));
  }

  private static Reply usage(Turn turn, String about) {
    List<String> commands = about.isEmpty() ? TopicReader.COMMANDS : List.of(about);
    Text all = Words.text("usage");
    for (String command : commands) {
      all = all.then("\n").then(Text.typed(typed(turn, Words.say("usage.topic." + command))));
    }
    return new Reply.Say(all);
  }

  private static String typed(Turn turn, String words) {
    return Commands.typed(turn.person().platform(), words);
  }

  private static Reply say(String key, Object... args) {
    return new Reply.Say(Words.text(key, args));
  }
}
