package io.herald.chat;

import io.herald.insights.Insights;
import io.herald.insights.Numbers;
import io.herald.network.Network;
import io.herald.words.Text;
import io.herald.words.Words;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Numbers in words; what few people did is never among them. */
final class StatsLines {
  static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

  private StatsLines() {}

  /** What came of it by network and by day, under a heading each. */
  static List<Part> parts(
      List<Insights.Part> byNetwork, List<Insights.Part> byDay, long threshold) {
    return List.of(
        new Part.Lead(Text.strong(Words.say("stats.by_network"))),
        new Part.Facts(
            byNetwork.stream()
                .map(p -> new Part.Fact(network(p.name()), part(p, threshold)))
                .toList()),
        new Part.Lead(Text.strong(Words.say("stats.by_day"))),
        new Part.Facts(
            byDay.stream().map(p -> new Part.Fact(day(p.name()), part(p, threshold))).toList()));
  }

  /** "delivered to 8,412 · shared by 213 people, 240 times · 1,204 visits · 8,199 did not share" */
  static Text line(Numbers numbers, long threshold) {
    Text delivered =
        numbers.delivered() < threshold
            ? Words.text("stats.delivered_few", threshold)
            : Words.text("stats.delivered", count(numbers.delivered()));
    if (numbers.few(threshold)) {
      return delivered.then(" · ").then(Words.text("stats.shared_few", threshold));
    }
    long ignored = numbers.ignored();
    boolean nearlyAll = numbers.delivered() >= threshold && ignored < threshold;
    Text shared =
        nearlyAll
            ? Words.text("stats.shared_nearly_all")
            : Words.text("stats.shared", count(numbers.people()), count(numbers.shares()));
    Text all = delivered.then(" · ").then(shared).then(" · ").then(visits(numbers));
    return nearlyAll || numbers.delivered() < threshold
        ? all
        : all.then(" · ").then(Words.text("stats.ignored", count(ignored)));
  }

  static Text part(Insights.Part part, long threshold) {
    Text shared =
        part.shown()
            ? Words.text(
                "stats.shared", count(part.numbers().people()), count(part.numbers().shares()))
            : Words.text("stats.part_few", threshold);
    return part.visitsShown() ? shared.then(" · ").then(visits(part.numbers())) : shared;
  }

  private static Text visits(Numbers numbers) {
    return Text.of(Words.count("visits", numbers.visits()));
  }

  static String network(String slug) {
    return Network.ofSlug(slug).map(Network::label).orElse(slug);
  }

  static String day(String date) {
    return DAY.format(LocalDate.parse(date));
  }

  static String span(Duration time) {
    if (time.toDays() > 1) {
      return Words.count("span.days", time.toDays());
    }
    return time.toHours() > 0
        ? Words.count("span.hours", time.toHours())
        : Words.count("span.minutes", Math.max(1, time.toMinutes()));
  }

  static Part.Fact fact(String key, Text text) {
    return new Part.Fact(Words.say(key), text);
  }

  static Text number(long number) {
    return Text.of(count(number));
  }

  static String count(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }
}
