package io.herald.chat;

import io.herald.members.AccountFacts.Kind;
import io.herald.members.People;
import io.herald.members.Person;
import io.herald.post.Topic;
import io.herald.post.Topics;
import io.herald.store.Tx;
import io.herald.words.Refusal;
import io.herald.words.Words;
import java.util.ArrayList;
import java.util.List;

/** Those whom an admin names in a command: found by how they are mentioned, and named again. */
final class Deputies {
  private final People people;
  private final Topics topics;

  Deputies(People people, Topics topics) {
    this.people = people;
    this.topics = topics;
  }

  /** Somebody of the asker's workspace, by a mention; they may never have met Herald. */
  Person person(Tx tx, Person asker, String word) {
    Mention mention = mention(asker, word);
    if (mention.isGroup()) {
      throw new Refusal("refusal.group_no_person");
    }
    return member(tx, asker, mention);
  }

  /** Who is to decide a stage, by a mention. */
  Topic.Decider decider(Tx tx, Person asker, String word) {
    Mention mention = mention(asker, word);
    if (!mention.isGroup()) {
      member(tx, asker, mention);
    }
    return new Topic.Decider(asker.workspace(), mention.id(), mention.isGroup());
  }

  private static Mention mention(Person asker, String word) {
    return Mention.read(asker.platform(), word)
        .orElseThrow(() -> new Refusal("refusal.no_mention", Shorten.with(word, 60)));
  }

  /** Whoever is not known yet may be named: rights are looked at again when they are used. */
  private Person member(Tx tx, Person asker, Mention mention) {
    Person person = people.inWorkspace(tx, asker.workspace(), mention.id());
    boolean never = person.kind() == Kind.BOT || person.kind() == Kind.FOREIGN;
    if (never || !people.stillHere(tx, person.member())) {
      throw new Refusal("refusal.cannot_be_named", person.at());
    }
    return person;
  }

  /** "Legal (@Amira, a user group of 4), Brand (any approver)" */
  String say(Tx tx, List<Topic.Stage> stages) {
    var all = new ArrayList<String>();
    for (Topic.Stage stage : stages) {
      List<String> who = stage.deciders().stream().map(d -> say(tx, d)).toList();
      all.add(
          Words.say(
              "stage.deciders",
              stage.name(),
              who.isEmpty() ? Words.say("stage.any_approver") : String.join(", ", who)));
    }
    return String.join(", ", all);
  }

  private String say(Tx tx, Topic.Decider decider) {
    if (!decider.isGroup()) {
      return people.inWorkspace(tx, decider.workspace(), decider.platformId()).at();
    }
    int size = topics.groupMembers(tx, decider).size();
    // Nobody is in it before it was looked up, which says nothing.
    return size == 0 ? Words.say("stage.group") : Words.count("stage.group", size);
  }
}
