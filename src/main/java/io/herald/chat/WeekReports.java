package io.herald.chat;

import io.herald.members.Attention;
import io.herald.members.People;
import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.members.Roles;
import io.herald.post.Posts;
import io.herald.store.Tx;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Sends each lead the report of the last week, on Monday morning where they are, once. */
final class WeekReports {
  private static final LocalTime MORNING = LocalTime.of(8, 30);

  private final Roles roles;
  private final People people;
  private final Posts posts;
  private final Attention attention;
  private final CardBook cards;

  WeekReports(Roles roles, People people, Posts posts, Attention attention, CardBook cards) {
    this.roles = roles;
    this.people = people;
    this.posts = posts;
    this.attention = attention;
    this.cards = cards;
  }

  /** Wants the reports that are due. One that was missed on Monday is not sent on Tuesday. */
  void send(Tx tx) {
    Instant now = posts.now();
    for (long member : roles.holders(tx, Role.LEAD)) {
      Person lead = people.member(tx, member);
      LocalDateTime there = LocalDateTime.ofInstant(now, lead.zoneId());
      boolean monday = there.getDayOfWeek() == DayOfWeek.MONDAY;
      if (!monday || there.toLocalTime().isBefore(MORNING) || !people.stillHere(tx, member)) {
        continue;
      }
      // Their Monday may begin before the week of UTC does.
      LocalDate week = there.toLocalDate().minusWeeks(1);
      if (tx.sql(ReportSql.class).report(lead.member(), week) > 0) {
        cards.wantAt(
            tx, CardKind.REPORT, week.toEpochDay(), 0, lead, attention.quietIsOver(tx, lead));
      }
    }
  }
}
