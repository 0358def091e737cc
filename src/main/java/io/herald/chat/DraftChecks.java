package io.herald.chat;

import io.herald.checks.Context;
import io.herald.checks.Finding;
import io.herald.checks.Overrides;
import io.herald.checks.Packs;
import io.herald.checks.Rulebook;
import io.herald.checks.Severity;
import io.herald.members.People;
import io.herald.network.Network;
import io.herald.policy.Disclosures;
import io.herald.policy.Policies;
import io.herald.policy.Strictness;
import io.herald.post.Content;
import io.herald.post.Posts;
import io.herald.post.Revision;
import io.herald.store.Tx;
import io.herald.words.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the rules in force say of drafts and of members' own words, whether what is disclosed has
 * room beside them, and what of it blocks.
 */
final class DraftChecks {
  private final Packs packs;
  private final Overrides overrides;
  private final Policies policies;
  private final Posts posts;
  private final Disclosures disclosures;
  private final DisclosureRoom room;

  DraftChecks(
      Packs packs,
      Overrides overrides,
      Policies policies,
      Posts posts,
      Disclosures disclosures,
      DraftRules rules) {
    this.disclosures = disclosures;
    this.room = new DisclosureRoom(rules);
    this.packs = packs;
    this.overrides = overrides;
    this.policies = policies;
    this.posts = posts;
  }

  static DraftChecks of(Features f, DraftRules rules) {
    return new DraftChecks(
        f.packs(), f.overrides(), f.policies(), f.posts(), f.disclosures(), rules);
  }

  /**
   * A finding in a field of a draft.
   *
   * @param field as the form names it
   * @param let who let it through; none where nobody did, or need not
   */
  record Found(String field, Finding finding, boolean blocks, Overrides.@Nullable Let let) {
    /** Whether it keeps the draft from being approved. */
    boolean holds() {
      return blocks && let == null;
    }
  }

  /** What is found in a text that somebody would share now. */
  List<Found> look(Tx tx, String words) {
    return look(tx, "", words, List.of(People.GENERAL));
  }

  private List<Found> look(Tx tx, String headline, String words, List<Long> topics) {
    Strictness strictness = policies.strictness(tx);
    return Stream.concat(
            packs.rulebook(tx).check(words, Context.words(posts.now())).stream(),
            room.in(headline, words, topics, disclosures.rules(tx)).stream())
        .map(f -> new Found(DraftForm.TEXT, f, blocks(strictness, f), null))
        .toList();
  }

  /** What is found in a draft, field by field. */
  List<Found> look(Tx tx, Content content) {
    return inForce(tx, content, List.of());
  }

  /** What is found in a revision, and what of it an approver let through. */
  List<Found> look(Tx tx, Revision revision) {
    return inForce(tx, revision.content(), overrides.of(tx, revision.post(), revision.number()));
  }

  private List<Found> inForce(Tx tx, Content content, List<Overrides.Let> let) {
    Strictness strictness = policies.strictness(tx);
    List<Found> found = look(tx, content, packs.rulebook(tx), posts.now(), let);
    room.in(content, disclosures.rules(tx))
        .forEach(
            (field, findings) ->
                findings.forEach(f -> found.add(found(strictness, field, f, let))));
    return found;
  }

  private static Found found(
      Strictness strictness, String field, Finding finding, List<Overrides.Let> let) {
    return new Found(
        field, finding, blocks(strictness, finding), Overrides.of(let, finding).orElse(null));
  }

  /** What other rules than those in force find in a draft, or these at another moment. */
  List<Found> look(Tx tx, Content content, Rulebook rules, Instant at) {
    return look(tx, content, rules, at, List.of());
  }

  private List<Found> look(
      Tx tx, Content content, Rulebook rules, Instant at, List<Overrides.Let> let) {
    Strictness strictness = policies.strictness(tx);
    var found = new ArrayList<Found>();
    for (Piece text : texts(content)) {
      for (Finding finding : findings(rules, text, at, content.from())) {
        // The note is for approvers alone, so it is looked at for what nobody may be shown.
        boolean counts = !text.field().equals(DraftForm.NOTE) || finding.firm();
        boolean again =
            found.stream()
                .anyMatch(f -> f.field().equals(text.field()) && f.finding().same(finding));
        if (counts && !again) {
          found.add(found(strictness, text.field(), finding, let));
        }
      }
    }
    return found;
  }

  /** A text is looked at as of a moment, and as of when it goes live where that is later. */
  private static List<Finding> findings(
      Rulebook rules, Piece text, Instant at, @Nullable Instant from) {
    var findings = new ArrayList<>(rules.check(text.words(), new Context(at, text.place())));
    if (from != null && from.isAfter(at)) {
      findings.addAll(rules.check(text.words(), new Context(from, text.place())));
    }
    return findings;
  }

  private record Piece(String field, Context.Place place, String words) {}

  private static List<Piece> texts(Content content) {
    var texts = new ArrayList<Piece>();
    texts.add(new Piece(DraftForm.LINK, Context.Place.LINK, content.link()));
    texts.add(new Piece(DraftForm.HEADLINE, Context.Place.HEADLINE, content.headline()));
    texts.add(new Piece(DraftForm.TEXT, Context.Place.WORDS, content.words()));
    for (Network network : DraftForm.WORDED) {
      List<String> own = content.wordings().getOrDefault(network, List.of());
      for (int i = 0; i < own.size(); i++) {
        texts.add(new Piece(DraftForm.wording(network, i + 1), Context.Place.WORDS, own.get(i)));
      }
    }
    if (content.imageDescription() != null) {
      texts.add(
          new Piece(
              DraftForm.IMAGE_DESCRIPTION,
              Context.Place.IMAGE_DESCRIPTION,
              content.imageDescription()));
    }
    if (content.note() != null) {
      texts.add(new Piece(DraftForm.NOTE, Context.Place.WORDS, content.note()));
    }
    return texts;
  }

  private static boolean blocks(Strictness strictness, Finding finding) {
    if (finding.firm()) {
      return true;
    }
    return switch (strictness) {
      case STRICT -> finding.severity() != Severity.ADVICE;
      case BALANCED -> finding.severity() == Severity.BLOCKING;
      case OPEN -> false;
    };
  }

  /**
   * What blocks a member's own words: not what stands in the approved text as well, for that was
   * decided on.
   */
  List<Found> looksNew(Tx tx, Revision revision, String words) {
    List<Found> before = look(tx, revision);
    Content content = revision.content();
    return look(tx, content.headline(), words, content.topics()).stream()
        .filter(
            f ->
                f.finding().firm() || before.stream().noneMatch(b -> b.finding().same(f.finding())))
        .toList();
  }

  /** Holds that nothing keeps a revision from being approved. */
  void mustBeClear(Tx tx, Revision revision) {
    List<Found> held = look(tx, revision).stream().filter(Found::holds).toList();
    if (!held.isEmpty()) {
      boolean firm = held.stream().anyMatch(found -> found.finding().firm());
      Set<String> names = new TreeSet<>(held.stream().map(f -> f.finding().name()).toList());
      throw new Refusal(
          firm ? "refusal.checks_firm" : "refusal.checks_block", String.join(", ", names));
    }
  }

  /** Lets everything through that keeps a revision from being approved, but for what is firm. */
  void override(Tx tx, Revision revision, long member, String reason) {
    List<Finding> held =
        once(look(tx, revision)).stream().filter(Found::holds).map(Found::finding).toList();
    if (held.stream().anyMatch(Finding::firm)) {
      mustBeClear(tx, revision);
    }
    if (held.isEmpty()) {
      throw new Refusal("refusal.nothing_to_override");
    }
    overrides.add(tx, revision.post(), revision.number(), held, member, reason);
  }

  /** What is found alike in several fields, once. */
  static List<Found> once(List<Found> found) {
    var once = new ArrayList<Found>();
    for (Found one : found) {
      if (once.stream().noneMatch(other -> other.finding().same(one.finding()))) {
        once.add(one);
      }
    }
    return once;
  }

  /** The field names that hold something, with what blocks there. */
  static Map<String, List<Found>> byField(List<Found> found) {
    return found.stream()
        .collect(Collectors.groupingBy(Found::field, LinkedHashMap::new, Collectors.toList()));
  }
}
