package io.herald.chat;

import io.herald.campaign.Aim;
import io.herald.campaign.Plan;
import io.herald.words.Text;
import io.herald.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the form of a campaign; what is wrong is said at its field. Without effects. */
final class CampaignRules {
  private static final int MOST_DAYS = 60;
  private static final int MOST_SHARES = 1_000_000;

  private CampaignRules() {}

  /**
   * What a form says.
   *
   * @param plan none where something is wrong
   */
  record Read(@Nullable Plan plan, Map<String, Text> mistakes) {}

  /**
   * Reads it.
   *
   * @param posts that can be chosen
   * @param offered what can be chosen in a field for people or channels
   */
  static Read read(
      Values values, List<Long> posts, Function<String, List<Aim.Group>> offered, Instant now) {
    Map<String, Text> mistakes = new HashMap<>();
    String name = line(values, CampaignForm.NAME, 80, mistakes);
    if (name.isEmpty()) {
      mistakes.put(CampaignForm.NAME, Words.text("mistake.empty.campaign_name"));
    }
    String goal = line(values, CampaignForm.GOAL, 1_000, mistakes);
    List<Long> chosen = posts(values, posts, mistakes);
    var meant = new ArrayList<Aim.Group>();
    CampaignForm.MEANT.forEach(
        field -> meant.addAll(groups(values, field, offered.apply(field), mistakes)));
    var aim =
        new Aim(
            meant,
            groups(values, CampaignForm.LEFT_OUT, offered.apply(CampaignForm.LEFT_OUT), mistakes));
    @Nullable Instant begins = values.moment(CampaignForm.BEGINS).orElse(null);
    @Nullable Instant ends = values.moment(CampaignForm.ENDS).orElse(null);
    @Nullable Instant eventFrom = values.moment(CampaignForm.EVENT_FROM).orElse(null);
    @Nullable Instant eventUntil = values.moment(CampaignForm.EVENT_UNTIL).orElse(null);
    if (eventFrom != null && eventUntil == null) {
      mistakes.put(CampaignForm.EVENT_UNTIL, Words.text("mistake.event_without_end"));
    } else if (eventFrom == null && eventUntil != null) {
      mistakes.put(CampaignForm.EVENT_FROM, Words.text("mistake.event_without_start"));
    } else if (eventUntil != null && !eventUntil.isAfter(eventFrom)) {
      mistakes.put(CampaignForm.EVENT_UNTIL, Words.text("mistake.ends_before_it_begins"));
    } else if (eventUntil != null && ends != null) {
      mistakes.put(CampaignForm.ENDS, Words.text("mistake.ends_with_event"));
    }
    Instant over = eventUntil == null ? ends : eventUntil;
    String field = eventUntil == null ? CampaignForm.ENDS : CampaignForm.EVENT_UNTIL;
    if (over != null && !over.isAfter(now)) {
      mistakes.putIfAbsent(field, Words.text("mistake.until_is_past"));
    } else if (over != null && begins != null && !over.isAfter(begins)) {
      mistakes.putIfAbsent(field, Words.text("mistake.ends_before_it_begins"));
    }
    Integer days = number(values, CampaignForm.REMIND_DAYS, MOST_DAYS, mistakes);
    Integer target = number(values, CampaignForm.TARGET, MOST_SHARES, mistakes);
    return mistakes.isEmpty()
        ? new Read(
            new Plan(name, goal, chosen, aim, eventFrom, eventUntil, begins, ends, days, target),
            Map.of())
        : new Read(null, mistakes);
  }

  private static String line(Values values, String name, int most, Map<String, Text> mistakes) {
    String typed = values.text(name).strip();
    if (typed.length() > most) {
      mistakes.put(name, Words.text("mistake.too_long", said(typed.length()), said(most)));
    } else if (typed.indexOf('\0') >= 0) {
      mistakes.put(name, Words.text("mistake.odd_character"));
    }
    return typed;
  }

  private static List<Long> posts(Values values, List<Long> offered, Map<String, Text> mistakes) {
    var chosen = new ArrayList<Long>();
    for (String id : values.all(CampaignForm.POSTS)) {
      Optional<Long> post = offered.stream().filter(p -> String.valueOf(p).equals(id)).findFirst();
      if (post.isEmpty()) {
        mistakes.put(CampaignForm.POSTS, Words.text("mistake.post_not_offered"));
      } else if (!chosen.contains(post.get())) {
        chosen.add(post.get());
      }
    }
    return chosen;
  }

  private static List<Aim.Group> groups(
      Values values, String name, List<Aim.Group> offered, Map<String, Text> mistakes) {
    var groups = new ArrayList<Aim.Group>();
    for (String value : values.all(name)) {
      Optional<Aim.Group> group = AudienceChoices.read(value, offered);
      if (group.isEmpty()) {
        mistakes.put(name, Words.text("mistake.group_not_offered"));
      } else if (!groups.contains(group.get())) {
        groups.add(group.get());
      }
    }
    return groups;
  }

  private static @Nullable Integer number(
      Values values, String name, int most, Map<String, Text> mistakes) {
    String typed = values.text(name).strip();
    if (typed.isEmpty()) {
      return null;
    }
    if (!typed.matches("[0-9]{1,7}")
        || Integer.parseInt(typed) < 1
        || Integer.parseInt(typed) > most) {
      mistakes.put(name, Words.text("mistake.number", said(most)));
      return null;
    }
    return Integer.parseInt(typed);
  }

  private static String said(int number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }
}
