package io.herald.campaign;

import io.herald.members.AttentionChoices;
import io.herald.members.Digest;
import io.herald.members.QuietHours;
import io.herald.members.Timing;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a campaign means, with what decides whether and when they get a card.
 *
 * @param had how many of the posts in question they got before
 * @param asks how often they were asked this week
 */
record Meant(
    long member,
    boolean joined,
    boolean gone,
    boolean guest,
    int had,
    @Nullable String zone,
    @Nullable Integer weeklyCap,
    @Nullable LocalTime quietFrom,
    @Nullable LocalTime quietTo,
    Digest.@Nullable Rhythm digest,
    @Nullable DayOfWeek digestDay,
    @Nullable LocalTime digestAt,
    @Nullable Instant pausedUntil,
    boolean fewer,
    int asks) {

  /**
   * Counts this person where they belong.
   *
   * @param priority whether all the posts in question go past caps and digests
   */
  void count(
      Outlook.Counting counting, int posts, Instant now, int organisationCap, boolean priority) {
    if (gone) {
      counting.count(member, Outlook.When.NOT, "left");
    } else if (!joined) {
      counting.count(member, Outlook.When.NOT, guest ? "guest" : "not_joined");
    } else if (had >= posts) {
      counting.count(member, Outlook.When.NOT, "had_it");
    } else {
      Timing timing = choices().timing(now, zoneId(), organisationCap, week -> asks, priority);
      if (timing instanceof Timing.Later later) {
        counting.count(member, Outlook.When.LATER, code(later.why()));
      } else if (timing instanceof Timing.InDigest) {
        counting.count(member, Outlook.When.LATER, code(Timing.Reason.DIGEST));
      } else if (timing instanceof Timing.Not not) {
        counting.count(member, Outlook.When.NOT, code(not.why()));
      } else {
        counting.count(member, Outlook.When.NOW, "");
      }
    }
  }

  private AttentionChoices choices() {
    return new AttentionChoices(
        weeklyCap,
        quietFrom == null || quietTo == null ? null : new QuietHours(quietFrom, quietTo),
        digest == null || digestDay == null || digestAt == null
            ? Digest.NONE
            : new Digest(digest, digestDay, digestAt),
        pausedUntil,
        fewer);
  }

  private ZoneId zoneId() {
    try {
      return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
    } catch (DateTimeException unknown) {
      return ZoneOffset.UTC;
    }
  }

  private static String code(Timing.Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }
}
