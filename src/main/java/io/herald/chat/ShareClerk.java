package io.herald.chat;

import io.herald.campaign.Broadcasts;
import io.herald.members.People;
import io.herald.network.Network;
import io.herald.post.Freedom;
import io.herald.post.Post;
import io.herald.post.PostState;
import io.herald.post.Posts;
import io.herald.post.Revision;
import io.herald.share.Givens;
import io.herald.share.ShareText;
import io.herald.store.Tx;
import io.herald.words.Refusal;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a person does with a live post that reached them. */
final class ShareClerk implements Clerk<Intent.Sharing> {
  private static final String WORDS = "words";
  private static final String DISCLOSED = "disclosed";

  private final People people;
  private final Posts posts;
  private final Givens givens;
  private final Broadcasts broadcasts;
  private final ShareButtons buttons;
  private final PostCard card;
  private final CardBook cards;
  private final DraftChecks checks;
  private final Clerk<Intent.Beginning> beginning;

  ShareClerk(
      People people,
      Posts posts,
      Givens givens,
      Broadcasts broadcasts,
      ShareButtons buttons,
      PostCard card,
      CardBook cards,
      DraftChecks checks,
      Clerk<Intent.Beginning> beginning) {
    this.people = people;
    this.posts = posts;
    this.givens = givens;
    this.broadcasts = broadcasts;
    this.buttons = buttons;
    this.card = card;
    this.cards = cards;
    this.checks = checks;
    this.beginning = beginning;
  }

  @Override
  public Reply handle(Turn turn, Intent.Sharing intent) {
    if (intent instanceof Intent.Beginning i) {
      return beginning.handle(turn, i);
    }
    if (intent instanceof Intent.More more) {
      return more(turn, live(turn.tx(), more.post()));
    }
    if (intent instanceof Intent.ShareHere here) {
      people.mustBelong(turn.tx(), turn.person());
      return new Reply.Show(
          card.forPresser(turn.tx(), live(turn.tx(), here.post()), turn.member()));
    }
    if (intent instanceof Intent.OpenWords open) {
      return openWords(turn, live(turn.tx(), open.post()));
    }
    if (intent instanceof Intent.SaveWords save) {
      return saveWords(turn, live(turn.tx(), save.post()));
    }
    if (intent instanceof Intent.NotForMe not) {
      return fold(turn, not.post(), true);
    }
    if (intent instanceof Intent.BringBack back) {
      return fold(turn, back.post(), false);
    }
    return fewer(turn, (Intent.FewerLikeThis) intent);
  }

  private Reply more(Turn turn, Post post) {
    people.mustBelong(turn.tx(), turn.person());
    if (!buttons.way(turn.tx(), turn.member()).open()) {
      return new Reply.Show(card.forPresser(turn.tx(), post, turn.member()));
    }
    Revision revision = posts.shown(turn.tx(), post);
    Givens.Given given = givens.give(turn.tx(), revision, turn.member());
    var fields = new ArrayList<Field>();
    fields.add(new Field.Note(Text.strong(revision.content().headline())));
    fields.add(new Field.Press(buttons.all(given, turn.member())));
    List<String> left = new ArrayList<>();
    for (Network network : Network.values()) {
      if (!buttons.takes(given, network)) {
        ShareText shown = buttons.shown(given, network);
        left.add(
            Words.say(
                shown.disclosure().required() ? "more.too_long.disclosed" : "more.too_long",
                network.label(),
                ReviewCard.number(shown.length().count()),
                ReviewCard.number(shown.length().limit())));
      }
    }
    if (!left.isEmpty()) {
      fields.add(new Field.Note(Text.of(String.join("\n", left))));
    }
    fields.add(new Field.Note(Words.text("share.public")));
    fields.add(
        new Field.Copy(
            Words.say("more.words"),
            given.talkingPoints()
                ? given.words(Network.LINKEDIN)
                : buttons.shown(given, Network.LINKEDIN).message().text()));
    fields.add(new Field.Copy(Words.say("draft.link"), revision.content().link()));
    return new Reply.Open(
        new Form(Words.say("more.title"), null, new Intent.More(post.id()), fields));
  }

  private Reply openWords(Turn turn, Post post) {
    people.mustBelong(turn.tx(), turn.person());
    Revision revision = posts.shown(turn.tx(), post);
    mustBeFree(revision);
    Givens.Given given = givens.give(turn.tx(), revision, turn.member());
    return new Reply.Open(
        new Form(
            Words.say("post.edit_words"),
            Words.say("words.save"),
            new Intent.SaveWords(post.id()),
            wordsFields(given)));
  }

  /** The words, and what is said beside them; what is only advised can be left out. */
  private List<Field> wordsFields(Givens.Given given) {
    var fields = new ArrayList<Field>();
    fields.add(new Field.Note(Words.text("words.note", given.words(Network.LINKEDIN).length())));
    fields.add(
        new Field.Typed(
            WORDS,
            Words.say("words.label"),
            Words.say("words.hint"),
            given.words(Network.LINKEDIN),
            false,
            true,
            DraftForm.FIELD));
    DisclosureLines.of(
            Stream.of(Network.values()).map(network -> buttons.shown(given, network)).toList())
        .ifPresent(said -> fields.add(new Field.Note(Words.text("words.disclosed", said))));
    if (given.mayLeaveOut()) {
      fields.add(
          new Field.Picked(
              DISCLOSED,
              Words.say("words.disclose"),
              null,
              List.of(
                  new Field.Option(SettingsForm.ON, Words.say("words.disclose.on")),
                  new Field.Option(SettingsForm.OFF, Words.say("words.disclose.off"))),
              List.of(given.leavesOut() ? SettingsForm.OFF : SettingsForm.ON),
              true,
              false));
    }
    return fields;
  }

  private Reply saveWords(Turn turn, Post post) {
    people.mustBelong(turn.tx(), turn.person());
    Revision revision = posts.shown(turn.tx(), post);
    mustBeFree(revision);
    String words = turn.values().text(WORDS).strip();
    if (words.length() > DraftForm.FIELD) {
      return new Reply.Correct(
          Map.of(
              WORDS,
              Words.text(
                  "mistake.too_long",
                  ReviewCard.number(words.length()),
                  ReviewCard.number(DraftForm.FIELD))));
    }
    List<DraftChecks.Found> found = checks.looksNew(turn.tx(), revision, words);
    List<DraftChecks.Found> blocking = found.stream().filter(DraftChecks.Found::blocks).toList();
    if (!blocking.isEmpty()) {
      Map<String, Text> mistakes = FindingWords.atFields(blocking, false);
      return new Reply.Correct(Map.of(WORDS, mistakes.values().iterator().next()));
    }
    givens.own(turn.tx(), revision, turn.member(), words);
    SettingsForm.onOrOff(turn.values(), DISCLOSED)
        .ifPresent(on -> givens.leaveOut(turn.tx(), post.id(), turn.member(), !on));
    redraw(turn, post.id());
    return found.isEmpty() ? new Reply.Done() : new Reply.Show(CheckCard.saved(found));
  }

  private Reply fold(Turn turn, long post, boolean folded) {
    broadcasts.fold(turn.tx(), post, turn.member(), folded);
    redraw(turn, post);
    return new Reply.Done();
  }

  private Reply fewer(Turn turn, Intent.FewerLikeThis fewer) {
    Revision revision = posts.shown(turn.tx(), posts.get(turn.tx(), fewer.post()));
    List<Long> topics = revision.content().topics();
    List<Long> kept =
        people.follows(turn.tx(), turn.member()).stream()
            .filter(topic -> !topics.contains(topic))
            .toList();
    people.follow(turn.tx(), turn.member(), kept);
    return new Reply.Say(
        Words.text("fewer.done", Commands.typed(turn.person().platform(), "settings")));
  }

  private void redraw(Turn turn, long post) {
    broadcasts
        .deliveriesTo(turn.tx(), post, turn.member())
        .forEach(delivery -> cards.refresh(turn.tx(), CardKind.POST, delivery.id()));
  }

  private static void mustBeFree(Revision revision) {
    if (revision.content().freedom() != Freedom.EDIT_FREELY) {
      throw new Refusal("refusal.as_approved");
    }
  }

  private Post live(Tx tx, long id) {
    Post post = posts.get(tx, id);
    if (post.state() != PostState.LIVE) {
      throw new Refusal(
          post.state() == PostState.WITHDRAWN
              ? "refusal.ended.withdrawn"
              : "refusal.nothing_to_share");
    }
    return post;
  }
}
