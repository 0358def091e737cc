package io.herald.chat;

import io.herald.campaign.Broadcasts;
import io.herald.network.Network;
import io.herald.policy.DisclosureRules;
import io.herald.policy.Disclosures;
import io.herald.post.Content;
import io.herald.post.Freedom;
import io.herald.post.Post;
import io.herald.post.PostState;
import io.herald.post.Posts;
import io.herald.post.Revision;
import io.herald.review.Deciders;
import io.herald.review.Decision;
import io.herald.review.Outcome;
import io.herald.review.Review;
import io.herald.review.Reviews;
import io.herald.review.Verdict;
import io.herald.share.ShareText;
import io.herald.store.Tx;
import io.herald.words.Text;
import io.herald.words.Words;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The card on which a draft is decided: who, what, how each network shows it, and the buttons. */
final class ReviewCard {
  /** A text longer than this stands in full behind "Read all". */
  private static final int SHOWN = 1_500;

  /** The same for a wording of a network, of which there may be three on the card. */
  private static final int WORDING_SHOWN = 600;

  /** The networks whose lengths tell that of all others. */
  private static final List<Network> MEASURED =
      List.of(Network.LINKEDIN, Network.X, Network.BLUESKY, Network.THREADS);

  private final Posts posts;
  private final Reviews reviews;
  private final Deciders deciders;
  private final Broadcasts broadcasts;
  private final DraftRules rules;
  private final DraftChecks checks;
  private final Names names;
  private final Disclosures disclosures;

  ReviewCard(
      Posts posts,
      Reviews reviews,
      Deciders deciders,
      Broadcasts broadcasts,
      DraftRules rules,
      DraftChecks checks,
      Names names,
      Disclosures disclosures) {
    this.posts = posts;
    this.reviews = reviews;
    this.deciders = deciders;
    this.broadcasts = broadcasts;
    this.rules = rules;
    this.checks = checks;
    this.names = names;
    this.disclosures = disclosures;
  }

  Card draw(Tx tx, Review review) {
    Post post = posts.get(tx, review.post());
    Revision revision = posts.revision(tx, post.id(), review.revision());
    Content content = revision.content();
    DisclosureRules disclosed = disclosures.rules(tx);
    String author = names.at(tx, revision.author());
    Text status = status(tx, post, review);
    var parts = new ArrayList<Part>();
    parts.add(new Part.Heading(content.headline()));
    parts.add(
        new Part.Lead(
            Words.text(
                    review.round() == 1 ? "review.asks" : "review.asks_again",
                    Text.strong(author),
                    review.round())
                .then(" ")
                .then(status)));
    parts.add(new Part.Body(Shorten.with(content.words(), SHOWN)));
    boolean more = content.words().length() > SHOWN || content.whole() != null;
    for (Network network : DraftForm.WORDED) {
      List<String> own = content.wordings().getOrDefault(network, List.of());
      if (!own.isEmpty()) {
        parts.add(wording(network, content, own, disclosed));
        more |= own.size() > 1 || own.get(0).length() > WORDING_SHOWN;
      }
    }
    if (more) {
      parts.add(new Part.Footnote(Words.text("review.more_behind_read_all")));
    }
    if (content.image() != null && !posts.imageRefused(tx, post.id(), revision.number())) {
      parts.add(new Part.Picture(content.image(), String.valueOf(content.imageDescription())));
    }
    parts.add(new Part.Facts(facts(tx, post, revision, disclosed)));
    List<DraftChecks.Found> checked = checks.look(tx, revision);
    List<Text> findings = findings(tx, post, review, revision, disclosed);
    findings.addAll(
        FindingWords.some(
            DraftChecks.once(checked).stream()
                .map(found -> FindingWords.onReview(tx, found, names))
                .toList()));
    if (!findings.isEmpty()) {
      parts.add(new Part.Findings(findings));
    }
    broadcasts
        .priorities()
        .of(tx, post.id())
        .ifPresent(
            priority ->
                parts.add(
                    new Part.Lead(
                        Words.text(
                            "priority.by",
                            Text.strong(names.at(tx, priority.member())),
                            priority.reason()))));
    if (content.note() != null) {
      parts.add(new Part.Lead(Words.text("review.note", Shorten.with(content.note(), 600))));
    }
    parts.add(new Part.Choices(choices(tx, post, review, checked)));
    String summary =
        Words.say(
            "review.summary",
            author,
            content.headline(),
            status.plain(ZoneOffset.UTC),
            Shorten.with(content.words(), 600),
            content.link());
    return new Card(summary, parts);
  }

  /** The first wording of a network, as it will stand there. */
  private Part wording(
      Network network, Content content, List<String> own, DisclosureRules disclosed) {
    ShareText shown = shown(network, content, own.get(0), disclosed);
    return new Part.Copy(
        Words.say(
            own.size() == 1 ? "review.wording" : "review.wording.first",
            network.label(),
            number(shown.length().count()),
            number(shown.length().limit()),
            own.size()),
        Shorten.with(shown.message().text(), WORDING_SHOWN));
  }

  private ShareText shown(
      Network network, Content content, String words, DisclosureRules disclosed) {
    return rules.asShown(network, content.headline(), words, content.topics(), disclosed);
  }

  private List<Part.Fact> facts(Tx tx, Post post, Revision revision, DisclosureRules disclosed) {
    Content content = revision.content();
    var facts = new ArrayList<Part.Fact>();
    facts.add(fact("review.link", Text.link(Shorten.link(content.link()), content.link())));
    facts.add(fact("review.topics", Text.of(names.topics(tx, content.topics()))));
    facts.add(
        fact(
            "review.audience",
            Text.of(Words.count("people", broadcasts.audience(tx, post.id(), revision.number())))));
    facts.add(fact("review.window", window(content)));
    facts.add(fact("review.words", Text.of(Words.say("freedom." + content.freedom().name()))));
    facts.add(fact("review.lengths", lengths(content, disclosed)));
    DisclosureLines.of(
            MEASURED.stream().map(network -> longest(content, network, disclosed)).toList())
        .ifPresent(said -> facts.add(fact("review.disclosure", said)));
    return facts;
  }

  /** "LinkedIn 212 of 3,000" and so on; a network's own wording tells its length itself. */
  private Text lengths(Content content, DisclosureRules disclosed) {
    var all = new ArrayList<String>();
    for (Network network : MEASURED) {
      if (!content.wordings().containsKey(network)) {
        ShareText shown = longest(content, network, disclosed);
        all.add(
            Words.say(
                shown.fits() ? "review.length" : "review.length.over",
                network.label(),
                number(shown.length().count()),
                number(shown.length().limit())));
      }
    }
    return Text.of(String.join("\n", all));
  }

  private ShareText longest(Content content, Network network, DisclosureRules disclosed) {
    return content.wordingsFor(network).stream()
        .map(words -> shown(network, content, shared(content, words), disclosed))
        .max(java.util.Comparator.comparingInt(text -> text.length().count()))
        .orElseThrow();
  }

  private static String shared(Content content, String words) {
    return content.freedom() == Freedom.TALKING_POINTS ? "" : words;
  }

  private static Text window(Content content) {
    Text from =
        content.from() == null
            ? Words.text("review.from_approval")
            : Words.text("review.from", content.from());
    return from.then(" ")
        .then(
            content.until() == null
                ? Words.text("review.for_30_days")
                : Words.text("review.until", content.until()));
  }

  private List<Text> findings(
      Tx tx, Post post, Review review, Revision revision, DisclosureRules disclosed) {
    var findings = new ArrayList<Text>();
    for (Network network : Network.values()) {
      ShareText shown = longest(revision.content(), network, disclosed);
      boolean forDisclosure = longest(revision.content(), network, DisclosureRules.NONE).fits();
      // What is too long for what is disclosed alone is told by the checks.
      if (!shown.fits() && !forDisclosure) {
        findings.add(
            Words.text(
                "review.not_offered",
                network.label(),
                number(shown.length().count()),
                number(shown.length().limit())));
      }
    }
    if (posts.imageRefused(tx, post.id(), revision.number())) {
      findings.add(Words.text("review.image_refused"));
    }
    Optional<Integer> stage = review.current();
    if (stage.isPresent() && deciders.able(tx, review, stage.get()).isEmpty()) {
      findings.add(Words.text("review.nobody_left", deciders.who(tx, review, stage.get())));
    }
    return findings;
  }

  /** Where a round stands. */
  Text status(Tx tx, Post post, Review review) {
    if (post.state() == PostState.WITHDRAWN) {
      return Words.text("review.withdrawn", String.valueOf(post.withdrawnWhy()));
    }
    if (review.open()) {
      int stage = review.current().orElse(0);
      Text waits =
          review.stages().size() == 1
              ? Words.text("review.waits", deciders.who(tx, review, stage))
              : Words.text(
                  "review.waits_stage",
                  stage + 1,
                  review.stages().size(),
                  deciders.who(tx, review, stage));
      return approvals(tx, review).then(waits);
    }
    Outcome outcome = java.util.Objects.requireNonNull(review.outcome());
    Optional<Decision> last = review.last();
    String by = last.map(d -> names.at(tx, d.member())).orElse("");
    String reason = last.map(Decision::reason).orElse("");
    return switch (outcome) {
      case APPROVED -> approvals(tx, review).then(after(post, review));
      case CHANGES_REQUESTED -> Words.text("review.changes_requested", Text.strong(by), reason);
      case REJECTED -> Words.text("review.rejected", Text.strong(by), reason);
      case TAKEN_BACK -> Words.text("review.taken_back");
      case SUPERSEDED -> Words.text("review.superseded");
      case WITHDRAWN -> Words.text("review.withdrawn", String.valueOf(post.withdrawnWhy()));
    };
  }

  private Text approvals(Tx tx, Review review) {
    Text all = Text.of("");
    for (Decision decision : review.decisions()) {
      if (decision.verdict() == Verdict.APPROVE) {
        String stage = review.stages().get(decision.stage());
        all =
            all.then(
                Words.text(
                    stage.isEmpty() ? "review.approved" : "review.approved_stage",
                    Text.strong(names.at(tx, decision.member())),
                    stage));
        all = all.then(" ");
      }
    }
    return all;
  }

  private static Text after(Post post, Review review) {
    if (post.newest() != review.revision()) {
      return Words.text("review.superseded");
    }
    if (post.held()) {
      return Words.text("review.held");
    }
    if (post.publishAt() != null) {
      return Words.text("review.goes_live", post.publishAt());
    }
    return Words.text("state." + post.state().name());
  }

  private List<Choice> choices(Tx tx, Post post, Review review, List<DraftChecks.Found> checked) {
    var choices = new ArrayList<Choice>();
    Optional<Integer> stage = review.current();
    if (stage.isPresent() && post.state() != PostState.WITHDRAWN) {
      long id = review.id();
      deciding(id, stage.get(), checked).ifPresent(choices::add);
      choices.add(
          Choice.of(
              Words.say("review.request_changes"), new Intent.AskForChanges(id, stage.get())));
      choices.add(
          Choice.danger(Words.say("review.reject"), new Intent.AskToReject(id, stage.get())));
    }
    review
        .last()
        .filter(decision -> reviews.undoable(tx, post, review, decision))
        .ifPresent(
            decision -> choices.add(Choice.of(Words.say("undo"), new Intent.Undo(decision.id()))));
    boolean newest = post.newest() == review.revision();
    boolean waiting = post.state() == PostState.IN_REVIEW || post.state() == PostState.APPROVED;
    if (newest && waiting && post.live() == null) {
      choices.add(
          post.held() && post.state() == PostState.APPROVED
              ? Choice.of(Words.say("review.publish_now"), new Intent.PublishNow(post.id()))
              : Choice.of(Words.say("review.hold"), new Intent.Hold(post.id())));
    }
    if (post.held() && post.state() == PostState.IN_REVIEW) {
      choices.removeIf(choice -> choice.intent() instanceof Intent.Hold);
    }
    choices.add(
        Choice.of(Words.say("review.read_all"), new Intent.ReadAll(post.id(), review.revision())));
    return choices;
  }

  /** Approve; where checks block, to let it through; nothing where nobody may. */
  private static Optional<Choice> deciding(
      long review, int stage, List<DraftChecks.Found> checked) {
    List<DraftChecks.Found> held = checked.stream().filter(DraftChecks.Found::holds).toList();
    if (held.stream().anyMatch(found -> found.finding().firm())) {
      return Optional.empty();
    }
    return Optional.of(
        held.isEmpty()
            ? Choice.main(Words.say("review.approve"), new Intent.Approve(review, stage))
            : Choice.of(Words.say("review.override"), new Intent.AskToLetThrough(review, stage)));
  }

  private static Part.Fact fact(String label, Text text) {
    return new Part.Fact(Words.say(label), text);
  }

  static String number(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }
}
