package io.herald.campaign;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a lead writes down of a campaign.
 *
 * @param goal what it is for; empty while it is not known
 * @param posts in the order in which they stand in its form
 * @param eventFrom when the event begins that it is about; none for a campaign without one
 * @param begins nothing leaves before; none for as soon as it is sent
 * @param ends when it is over; none while it is not known, or where the event says so
 * @param remindDays after so many days those who did not share are reminded once; none for never
 * @param target how many shares it aims at; none for no number
 */
public record Plan(
    String name,
    String goal,
    List<Long> posts,
    Aim aim,
    @Nullable Instant eventFrom,
    @Nullable Instant eventUntil,
    @Nullable Instant begins,
    @Nullable Instant ends,
    @Nullable Integer remindDays,
    @Nullable Integer target) {
  public Plan {
    posts = List.copyOf(posts);
  }

  /** When it is over: with its event, if it has one. */
  public @Nullable Instant over() {
    return eventUntil == null ? ends : eventUntil;
  }

  /** The same without its posts: a post reaches a member once, whatever campaigns it is in. */
  public Plan withoutPosts() {
    return new Plan(
        name, goal, List.of(), aim, eventFrom, eventUntil, begins, ends, remindDays, target);
  }
}
