package io.herald.review;

import io.herald.members.NotKnownYet;
import io.herald.members.People;
import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.members.Roles;
import io.herald.post.Posts;
import io.herald.post.Topic;
import io.herald.post.Topics;
import io.herald.store.Tx;
import io.herald.words.Refusal;
import io.herald.words.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Who may decide a stage of a round, at this moment. */
public final class Deciders {
  private final People people;
  private final Roles roles;
  private final Posts posts;
  private final Topics topics;

  public Deciders(People people, Roles roles, Posts posts, Topics topics) {
    this.people = people;
    this.roles = roles;
    this.posts = posts;
    this.topics = topics;
  }

  /**
   * Holds that a person may decide a stage: named by it or an approver, no author of any revision
   * (nor somebody with an author's address), and with no other stage of this round decided.
   *
   * @throws NotKnownYet while it is not known who the person is
   */
  public void must(Tx tx, Review review, int stage, Person person) {
    people.mustBelong(tx, person);
    if (!named(tx, review, stage).contains(person.member())) {
      throw new Refusal("refusal.only", who(tx, review, stage));
    }
    for (long author : posts.authors(tx, review.post())) {
      if (people.same(tx, author, person.member())) {
        throw new Refusal("refusal.own_post");
      }
    }
    for (Decision earlier : review.decisions()) {
      if (people.same(tx, earlier.member(), person.member())) {
        throw new Refusal("refusal.decided_before");
      }
    }
  }

  /** The members who may decide a stage now. */
  public Set<Long> able(Tx tx, Review review, int stage) {
    var able = new LinkedHashSet<Long>();
    List<Long> authors = posts.authors(tx, review.post());
    for (long member : named(tx, review, stage)) {
      boolean barred =
          authors.stream().anyMatch(author -> people.same(tx, author, member))
              || review.decisions().stream().anyMatch(d -> people.same(tx, d.member(), member))
              || !people.stillHere(tx, member);
      if (!barred) {
        able.add(member);
      }
    }
    return able;
  }

  /** Who decides a stage, in words: the people and groups that it names, or "approvers". */
  public String who(Tx tx, Review review, int stage) {
    return deciders(tx, review, stage).isEmpty()
        ? Words.say("only.approver")
        : Words.say("only.stage", review.stages().get(stage));
  }

  private Set<Long> named(Tx tx, Review review, int stage) {
    List<Topic.Decider> deciders = deciders(tx, review, stage);
    var members = new LinkedHashSet<Long>();
    if (deciders.isEmpty()) {
      members.addAll(roles.holders(tx, Role.APPROVER));
      return members;
    }
    for (Topic.Decider decider : deciders) {
      List<String> accounts =
          decider.isGroup() ? topics.groupMembers(tx, decider) : List.of(decider.platformId());
      for (String account : accounts) {
        members.add(people.inWorkspace(tx, decider.workspace(), account).member());
      }
    }
    return members;
  }

  private List<Topic.Decider> deciders(Tx tx, Review review, int stage) {
    String name = review.stages().get(stage);
    return topics
        .stagesOf(tx, posts.revision(tx, review.post(), review.revision()).content().topics())
        .stream()
        .filter(s -> s.name().equals(name))
        .findFirst()
        .map(Topic.Stage::deciders)
        .orElse(List.of());
  }
}
