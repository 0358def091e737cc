package io.herald.share;

import io.herald.members.Person;
import io.herald.network.Network;
import io.herald.policy.AccountKind;
import io.herald.policy.Bios;
import io.herald.policy.Disclosure;
import io.herald.policy.DisclosureRules;
import io.herald.policy.Disclosures;
import io.herald.post.Freedom;
import io.herald.post.Posts;
import io.herald.post.Revision;
import io.herald.records.Entry;
import io.herald.records.Records;
import io.herald.store.Tx;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Which words a member was given for a post. A wording is given when a card is first built and
 * stays theirs; the one that fewest people have goes first.
 */
public final class Givens {
  private final Posts posts;
  private final Records records;
  private final Disclosures disclosures;
  private final Bios bios;

  public Givens(Posts posts, Records records, Disclosures disclosures, Bios bios) {
    this.posts = posts;
    this.records = records;
    this.disclosures = disclosures;
    this.bios = bios;
  }

  /**
   * What a member has to say of a post.
   *
   * @param own the member's own words, or none
   * @param others how many other people were given the same wording for LinkedIn
   * @param disclosures what the organisation wants said beside the words
   * @param leavesOut whether the member leaves out what is only advised
   * @param accounts of which kind their accounts are, where that matters
   */
  public record Given(
      Revision revision,
      Optional<String> own,
      Map<Network, String> wordings,
      long others,
      DisclosureRules disclosures,
      boolean leavesOut,
      Map<Network, AccountKind> accounts) {

    /** The words for a network. */
    public String words(Network network) {
      return own.orElseGet(() -> wordings.getOrDefault(network, revision.content().words()));
    }

    /** Whether the member writes from facts, and has written nothing yet. */
    public boolean talkingPoints() {
      return revision.content().freedom() == Freedom.TALKING_POINTS && own.isEmpty();
    }

    /** What is said beside the words on a network. */
    public Disclosure disclosure(Network network) {
      Disclosure said = disclosures.of(network, revision.content().topics(), words(network));
      if (said.required()) {
        return said;
      }
      // On an account for work alone readers see who they work for, so the shorter form is enough.
      boolean forWork = accounts.get(network) == AccountKind.PROFESSIONAL;
      return leavesOut ? Disclosure.NONE : forWork ? said.shortly() : said;
    }

    /** Whether there is a network where what is said is only advised. */
    public boolean mayLeaveOut() {
      return Arrays.stream(Network.values())
          .map(n -> disclosures.of(n, revision.content().topics(), words(n)))
          .anyMatch(said -> said.mode() == Disclosure.Mode.ADVISED);
    }

    /** All that the member posts on a network, with a link. */
    public ShareText text(Network network, String link) {
      return ShareText.of(
          network,
          revision.content().headline(),
          talkingPoints() ? "" : words(network),
          disclosure(network),
          link);
    }
  }

  /** What a member was given of a revision; given now if it was not before. */
  public Given give(Tx tx, Revision revision, long member) {
    long post = revision.post();
    Optional<GivenSql.Row> row = given(tx, post, member);
    if (row.isEmpty()) {
      tx.sql(GivenSql.class).add(post, member);
    }
    WordsGiven given = WordsGiven.of(tx);
    List<GivenSql.Out> out = given.out(tx, post);
    int linkedin =
        pick(
            revision,
            Network.LINKEDIN,
            row.map(GivenSql.Row::linkedin),
            out,
            GivenSql.Out::linkedin);
    int x = pick(revision, Network.X, row.map(GivenSql.Row::x), out, GivenSql.Out::x);
    int facebook =
        pick(
            revision,
            Network.FACEBOOK,
            row.map(GivenSql.Row::facebook),
            out,
            GivenSql.Out::facebook);
    if (row.isEmpty() || !new GivenSql.Row(linkedin, x, facebook).equals(row.get())) {
      var gift = new GivenSql.Gift(post, member, linkedin, x, facebook);
      give(tx, gift);
      row.flatMap(had -> had.gift(post, member)).ifPresent(had -> given.add(tx, had, -1));
      given.add(tx, gift, 1);
    }
    var wordings = new HashMap<Network, String>();
    put(wordings, revision, Network.LINKEDIN, linkedin);
    put(wordings, revision, Network.X, x);
    put(wordings, revision, Network.FACEBOOK, facebook);
    long others =
        out.stream().filter(o -> o.linkedin() == linkedin).mapToLong(GivenSql.Out::people).sum();
    DisclosureRules rules = disclosures.rules(tx);
    return new Given(
        revision,
        own(tx, revision, member),
        Map.copyOf(wordings),
        others,
        rules,
        rules.advises() && disclosures.leftOut(tx, post, member),
        rules.advises() ? bios.kinds(tx, member) : Map.of());
  }

  /** Takes a member's own words for what is live now; empty words give back the wording. */
  public void own(Tx tx, Revision revision, long member, String words) {
    var sql = tx.sql(GivenSql.class);
    sql.dropOwn(revision.post(), member);
    if (!words.isBlank()) {
      sql.addOwn(revision.post(), member, words, revision.number(), posts.now());
    }
    records.append(
        tx,
        Entry.of("words_edited", member, "post/" + revision.post())
            .with("revision", revision.number())
            .with("words", words));
  }

  /** A member leaves out what is only advised beside their words, or says it again. */
  public void leaveOut(Tx tx, long post, long member, boolean out) {
    disclosures.leaveOut(tx, post, member, out);
  }

  /** Two members became one: of the words that both wrote for a post the newer are theirs. */
  public void handOver(Tx tx, long from, long to) {
    var sql = tx.sql(GivenSql.class);
    sql.dropOlder(from, to);
    sql.dropOlder(to, from);
    sql.handOver(from, to);
  }

  /** The wordings that were given of a post. */
  private record GivenOf(long post) {}

  /** The own words in the place of a revision's. */
  private record OwnFor(long post, int revision) {}

  private static Optional<GivenSql.Row> given(Tx tx, long post, long member) {
    return tx.read(
        Person.class,
        member,
        new GivenOf(post),
        members -> tx.sql(GivenSql.class).given(post, members));
  }

  private static void give(Tx tx, GivenSql.Gift gift) {
    var row = new GivenSql.Row(gift.linkedin(), gift.x(), gift.facebook());
    tx.isNow(Person.class, gift.member(), new GivenOf(gift.post()), row);
    tx.write(gift, (same, all) -> same.sql(GivenSql.class).give(all));
  }

  private static Optional<String> own(Tx tx, Revision revision, long member) {
    var which = new OwnFor(revision.post(), revision.number());
    return tx.read(
        Person.class,
        member,
        which,
        members -> tx.sql(GivenSql.class).own(which.post(), which.revision(), members));
  }

  private static int pick(
      Revision revision,
      Network network,
      Optional<Integer> had,
      List<GivenSql.Out> out,
      ToIntFunction<GivenSql.Out> of) {
    int size = revision.content().wordings().getOrDefault(network, List.of()).size();
    if (size == 0) {
      return 0;
    }
    if (had.isPresent() && had.get() >= 1 && had.get() <= size) {
      return had.get();
    }
    var people = new ArrayList<>(Collections.nCopies(size, 0L));
    for (GivenSql.Out one : out) {
      int number = of.applyAsInt(one);
      if (number >= 1 && number <= size) {
        people.set(number - 1, people.get(number - 1) + one.people());
      }
    }
    return Wordings.next(people) + 1;
  }

  private static void put(
      Map<Network, String> wordings, Revision revision, Network network, int number) {
    if (number > 0) {
      wordings.put(network, revision.content().wordingsFor(network).get(number - 1));
    }
  }
}
