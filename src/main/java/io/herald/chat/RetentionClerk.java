package io.herald.chat;

import io.herald.campaign.Campaigns;
import io.herald.members.People;
import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.members.Roles;
import io.herald.records.Hold;
import io.herald.records.KeptAs;
import io.herald.records.Retention;
import io.herald.store.Tx;
import io.herald.words.Refusal;
import io.herald.words.Text;
import io.herald.words.Words;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How long the record is kept, for admins; what is held whatever happens, for records officers. */
final class RetentionClerk {
  private static final Set<String> COMMANDS = Set.of("retention", "hold", "holds", "release");
  private static final Pattern TIME =
      Pattern.compile("(\\d{1,4}) ?(years?|months?)", Pattern.CASE_INSENSITIVE);
  private static final Pattern DAYS =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d) ?(?:to|-|–|until) ?(\\d{4}-\\d\\d-\\d\\d)(?: (.*))?");
  private static final int REASON = 1_000;
  private static final int YEAR = 12;

  private final Roles roles;
  private final People people;
  private final Campaigns campaigns;
  private final Retention retention;

  RetentionClerk(Roles roles, People people, Campaigns campaigns, Retention retention) {
    this.roles = roles;
    this.people = people;
    this.campaigns = campaigns;
    this.retention = retention;
  }

  /** Whether the words after {@code records} are about this. */
  static boolean means(String words) {
    return COMMANDS.contains(Commands.first(words.strip()).toLowerCase(Locale.ROOT));
  }

  Reply handle(Turn turn, String typed) {
    String words = typed.strip().replaceAll("\\s+", " ");
    String command = Commands.first(words).toLowerCase(Locale.ROOT);
    String rest = words.substring(command.length()).strip();
    return switch (command) {
      case "retention" -> retention(turn, rest);
      case "hold" -> hold(turn, rest);
      case "release" -> release(turn, rest);
      default -> holds(turn);
    };
  }

  private Reply retention(Turn turn, String rest) {
    Tx tx = turn.tx();
    roles.must(tx, turn.member(), Role.ADMIN, Role.RECORDS);
    if (rest.isEmpty()) {
      return new Reply.Show(classes(turn));
    }
    roles.must(tx, turn.member(), Role.ADMIN);
    String word = Commands.first(rest);
    KeptAs keptAs =
        KeptAs.of(word)
            .orElseThrow(() -> new Refusal("refusal.no_class", Shorten.with(word, 60), all()));
    Integer months = months(rest.substring(word.length()).strip());
    retention.set(tx, turn.member(), keptAs, months);
    return new Reply.Say(
        Words.text(
            "retention.set",
            Text.strong(Words.say("kept_as." + keptAs.word())),
            said(Optional.ofNullable(months))));
  }

  private static @org.jspecify.annotations.Nullable Integer months(String time) {
    if (Set.of("for ever", "forever", "ever").contains(time.toLowerCase(Locale.ROOT))) {
      return null;
    }
    Matcher matcher = TIME.matcher(time);
    if (!matcher.matches()) {
      throw new Refusal("refusal.retention_months", Retention.LONGEST_MONTHS);
    }
    int number = Integer.parseInt(matcher.group(1));
    return matcher.group(2).toLowerCase(Locale.ROOT).startsWith("y") ? YEAR * number : number;
  }

  private Card classes(Turn turn) {
    List<Part.Fact> facts =
        Arrays.stream(KeptAs.values())
            .map(
                keptAs ->
                    new Part.Fact(
                        Words.say("kept_as." + keptAs.word()) + " (" + keptAs.word() + ")",
                        Text.of(said(retention.months(turn.tx(), keptAs)))))
            .toList();
    return new Card(
        Words.say("retention.summary"),
        List.of(
            new Part.Heading(Words.say("retention")),
            new Part.Facts(facts),
            new Part.Footnote(
                Words.text("retention.footnote", typed(turn, "usage.records.retention")))));
  }

  private static String said(Optional<Integer> months) {
    return months
        .map(
            number ->
                number % YEAR == 0
                    ? Words.count("retention.years", number / YEAR)
                    : Words.count("retention.months", number))
        .orElseGet(() -> Words.say("retention.for_ever"));
  }

  private Reply hold(Turn turn, String rest) {
    Tx tx = turn.tx();
    roles.must(tx, turn.member(), Role.RECORDS);
    if (rest.isEmpty()) {
      return usage(turn);
    }
    Matcher days = DAYS.matcher(rest);
    String first = Commands.first(rest);
    String after = rest.substring(first.length()).strip();
    long hold;
    if (days.matches()) {
      hold = holdDays(turn, days);
    } else if (first.equalsIgnoreCase("campaign")) {
      long campaign = number(Commands.first(after), "refusal.no_campaign_number");
      if (campaigns.find(tx, campaign).isEmpty()) {
        throw new Refusal("refusal.no_campaign_number", campaign);
      }
      String why = reason(after.substring(Commands.first(after).length()));
      hold = retention.hold(tx, turn.member(), null, campaign, null, null, why);
    } else if (first.startsWith("@")) {
      long member = somebody(turn, first).member();
      hold = retention.hold(tx, turn.member(), member, null, null, null, reason(after));
    } else if (Character.isDigit(first.charAt(0))) {
      throw new Refusal("refusal.hold_times", typed(turn, "usage.records.hold.time"));
    } else {
      return usage(turn);
    }
    Hold made = retention.holds(tx).stream().filter(h -> h.id() == hold).findFirst().orElseThrow();
    return new Reply.Say(Words.text("hold.made", made.id(), Text.strong(what(turn, made))));
  }

  /** Whoever left can be held too. */
  private Person somebody(Turn turn, String word) {
    Mention mention =
        Mention.read(turn.person().platform(), word)
            .filter(m -> !m.isGroup())
            .orElseThrow(() -> new Refusal("refusal.no_mention", Shorten.with(word, 60)));
    return people.inWorkspace(turn.tx(), turn.person().workspace(), mention.id());
  }

  private long holdDays(Turn turn, Matcher days) {
    try {
      Instant from = LocalDate.parse(days.group(1)).atStartOfDay(zone(turn)).toInstant();
      Instant to = LocalDate.parse(days.group(2)).plusDays(1).atStartOfDay(zone(turn)).toInstant();
      if (!from.isBefore(to)) {
        throw new Refusal("refusal.hold_times", typed(turn, "usage.records.hold.time"));
      }
      String why = reason(Optional.ofNullable(days.group(3)).orElse(""));
      return retention.hold(turn.tx(), turn.member(), null, null, from, to, why);
    } catch (DateTimeException noSuchDay) {
      throw new Refusal("refusal.hold_times", typed(turn, "usage.records.hold.time"));
    }
  }

  private static java.time.ZoneId zone(Turn turn) {
    return turn.person().zoneId();
  }

  private static String reason(String words) {
    if (words.isBlank()) {
      throw new Refusal("refusal.hold_reason");
    }
    return Shorten.with(words.strip(), REASON);
  }

  private Reply release(Turn turn, String rest) {
    roles.must(turn.tx(), turn.member(), Role.RECORDS);
    long hold = number(rest, "refusal.no_hold");
    if (!retention.release(turn.tx(), turn.member(), hold)) {
      throw new Refusal("refusal.no_hold", hold);
    }
    return new Reply.Say(Words.text("hold.released", hold));
  }

  private Reply holds(Turn turn) {
    Tx tx = turn.tx();
    roles.must(tx, turn.member(), Role.RECORDS, Role.ADMIN);
    List<Hold> holds = retention.holds(tx);
    var parts = new ArrayList<Part>();
    parts.add(new Part.Heading(Words.say("hold")));
    if (holds.isEmpty()) {
      parts.add(new Part.Lead(Words.text("hold.none")));
    }
    for (Hold hold : holds) {
      parts.add(
          new Part.Lead(
              Words.text(
                  "hold.line",
                  hold.id(),
                  Text.strong(what(turn, hold)),
                  hold.reason(),
                  people.member(tx, hold.madeBy()).at(),
                  hold.madeAt())));
    }
    return new Reply.Show(new Card(Words.say("hold.summary"), parts));
  }

  private String what(Turn turn, Hold hold) {
    if (hold.member() != null) {
      return people.member(turn.tx(), hold.member()).at();
    }
    if (hold.campaign() != null) {
      return Words.say("hold.campaign", hold.campaign());
    }
    if (hold.timeFrom() == null || hold.timeTo() == null) {
      throw new IllegalStateException("A hold of nothing");
    }
    return Words.say(
        "hold.time",
        hold.timeFrom().atZone(zone(turn)).toLocalDate(),
        hold.timeTo().atZone(zone(turn)).toLocalDate().minusDays(1));
  }

  private static long number(String word, String refusal) {
    try {
      return Long.parseLong(word);
    } catch (NumberFormatException e) {
      throw new Refusal(refusal, Shorten.with(word, 60));
    }
  }

  private static Reply usage(Turn turn) {
    return new Reply.Say(
        Words.text("usage")
            .then("\n`" + typed(turn, "usage.records.hold") + "`")
            .then("\n`" + typed(turn, "usage.records.hold.campaign") + "`")
            .then("\n`" + typed(turn, "usage.records.hold.time") + "`")
            .then("\n`" + typed(turn, "usage.records.release") + "`"));
  }

  private static String typed(Turn turn, String key) {
    return Commands.typed(turn.person().platform(), Words.say(key));
  }

  private static String all() {
    return Arrays.stream(KeptAs.values()).map(KeptAs::word).collect(Collectors.joining(", "));
  }
}
