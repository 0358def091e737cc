package io.herald.chat;

import io.herald.members.People;
import io.herald.members.Role;
import io.herald.members.Roles;
import io.herald.network.Network;
import io.herald.policy.Disclosures;
import io.herald.post.Content;
import io.herald.post.Post;
import io.herald.post.Posts;
import io.herald.post.Revision;
import io.herald.post.Topics;
import io.herald.review.Reviews;
import io.herald.words.Refusal;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writing a draft and following it. Opening the form needs no right; sending it does. */
final class DraftClerk implements Clerk<Intent.Drafting> {
  private final People people;
  private final Roles roles;
  private final Posts posts;
  private final Topics topics;
  private final Reviews reviews;
  private final DraftRules rules;
  private final Disclosures disclosures;
  private final DraftChecks checks;
  private final CardBook cards;

  DraftClerk(
      People people,
      Roles roles,
      Posts posts,
      Topics topics,
      Reviews reviews,
      DraftRules rules,
      Disclosures disclosures,
      DraftChecks checks,
      CardBook cards) {
    this.people = people;
    this.roles = roles;
    this.posts = posts;
    this.topics = topics;
    this.reviews = reviews;
    this.rules = rules;
    this.checks = checks;
    this.disclosures = disclosures;
    this.cards = cards;
  }

  @Override
  public Reply handle(Turn turn, Intent.Drafting intent) {
    if (intent instanceof Intent.OpenDraft) {
      return open(turn, "", "");
    }
    if (intent instanceof Intent.DraftFrom from) {
      return open(turn, from.link(), from.words());
    }
    if (intent instanceof Intent.EditDraft edit) {
      return edit(turn, edit.post());
    }
    if (intent instanceof Intent.AddWording add) {
      return addWording(turn, add.network());
    }
    if (intent instanceof Intent.SubmitDraft submit) {
      return submit(turn, submit);
    }
    if (intent instanceof Intent.WithdrawDraft withdraw) {
      return withdraw(turn, withdraw.post());
    }
    return readAll(turn, (Intent.ReadAll) intent);
  }

  private Reply open(Turn turn, String link, String words) {
    boolean tooLong = words.length() > DraftForm.FIELD;
    long kept = tooLong ? posts.keep(turn.tx(), turn.member(), words) : 0;
    Map<String, List<String>> fields = new HashMap<>();
    if (!link.isBlank()) {
      fields.put(DraftForm.LINK, List.of(Shorten.to(link, 2_000)));
    }
    if (!words.isBlank()) {
      fields.put(DraftForm.TEXT, List.of(Shorten.to(words, DraftForm.FIELD)));
    }
    return draw(turn, new Intent.SubmitDraft(0, 0, kept, 0, 0, 0), new Values(fields));
  }

  private Reply edit(Turn turn, long id) {
    Post post = posts.get(turn.tx(), id);
    mustWrite(turn, post);
    Revision newest = posts.newest(turn.tx(), post);
    Map<Network, List<String>> own = newest.content().wordings();
    var draft =
        new Intent.SubmitDraft(
            id,
            post.newest(),
            0,
            own.getOrDefault(Network.LINKEDIN, List.of()).size(),
            own.getOrDefault(Network.X, List.of()).size(),
            own.getOrDefault(Network.FACEBOOK, List.of()).size());
    return draw(turn, draft, DraftForm.values(newest.content()));
  }

  private Reply addWording(Turn turn, String slug) {
    if (!(turn.place().form() instanceof Intent.SubmitDraft draft)) {
      throw new Refusal("refusal.unknown");
    }
    Network network =
        Network.ofSlug(slug)
            .filter(DraftForm.WORDED::contains)
            .orElseThrow(() -> new Refusal("refusal.unknown"));
    return draw(turn, DraftForm.oneMore(draft, network), turn.values());
  }

  private Reply draw(Turn turn, Intent.SubmitDraft draft, Values filled) {
    int length =
        draft.kept() == 0
            ? 0
            : posts.kept(turn.tx(), draft.kept(), turn.member()).map(String::length).orElse(0);
    return new Reply.Open(DraftForm.draw(draft, filled, topics.offered(turn.tx()), length));
  }

  private Reply submit(Turn turn, Intent.SubmitDraft draft) {
    @Nullable String whole =
        draft.kept() == 0 ? null : posts.kept(turn.tx(), draft.kept(), turn.member()).orElse(null);
    DraftRules.Read read =
        rules.read(
            draft,
            turn.values(),
            topics.offered(turn.tx()),
            whole,
            disclosures.rules(turn.tx()),
            posts.now());
    Content content = read.content();
    if (content == null) {
      return new Reply.Correct(read.mistakes());
    }
    Map<String, Text> blocked = blocked(turn, content);
    if (!blocked.isEmpty()) {
      return new Reply.Correct(blocked);
    }
    people.mustBelong(turn.tx(), turn.person());
    Post post;
    if (draft.post() == 0) {
      post = posts.create(turn.tx(), turn.member());
      cards.want(turn.tx(), CardKind.AUTHOR, post.id(), turn.person());
    } else {
      post = posts.lock(turn.tx(), draft.post());
      mustWrite(turn, post);
      if (post.newest() != draft.revision()) {
        return corrected("mistake.newer_version");
      }
      if (posts.newest(turn.tx(), post).content().equals(content)) {
        return corrected("mistake.nothing_changed");
      }
      cards.want(turn.tx(), CardKind.AUTHOR, post.id(), turn.person());
    }
    Revision revision = posts.revise(turn.tx(), post, turn.member(), content);
    reviews.open(turn.tx(), revision);
    return new Reply.Done();
  }

  /** What checks block, at its field; nothing where the author asks an approver to decide. */
  private Map<String, Text> blocked(Turn turn, Content content) {
    boolean asks = turn.values().text(DraftForm.BLOCKED).equals(DraftForm.ASK);
    List<DraftChecks.Found> blocking =
        checks.look(turn.tx(), content).stream()
            .filter(DraftChecks.Found::blocks)
            .filter(found -> !asks || found.finding().firm())
            .toList();
    return FindingWords.atFields(blocking, true);
  }

  private static Reply corrected(String key) {
    return new Reply.Correct(Map.of(DraftForm.TEXT, Words.text(key)));
  }

  private Reply withdraw(Turn turn, long id) {
    Post post = posts.lock(turn.tx(), id);
    mustWrite(turn, post);
    reviews.takeBack(turn.tx(), post, turn.member());
    return new Reply.Done();
  }

  private Reply readAll(Turn turn, Intent.ReadAll read) {
    Optional<Post> post = posts.find(turn.tx(), read.post());
    if (post.isEmpty() || read.revision() < 1 || read.revision() > post.get().newest()) {
      throw new Refusal("refusal.no_such_post");
    }
    boolean live = post.get().state().published();
    if (!live && !posts.authors(turn.tx(), read.post()).contains(turn.member())) {
      roles.must(turn.tx(), turn.member(), Role.APPROVER, Role.LEAD, Role.ADMIN, Role.RECORDS);
    }
    return new Reply.Open(
        ReadAllForm.draw(
            posts.revision(turn.tx(), read.post(), read.revision()), topics, turn.tx()));
  }

  private void mustWrite(Turn turn, Post post) {
    boolean author = posts.authors(turn.tx(), post.id()).contains(turn.member());
    if (!author && !roles.holds(turn.tx(), turn.member(), Role.LEAD)) {
      throw new Refusal("refusal.only", people.member(turn.tx(), post.author()).at());
    }
  }
}
