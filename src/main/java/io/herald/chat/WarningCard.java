package io.herald.chat;

import io.herald.members.People;
import io.herald.members.Platform;
import io.herald.post.Posts;
import io.herald.review.Event;
import io.herald.review.Review;
import io.herald.review.Reviews;
import io.herald.store.Tx;
import io.herald.words.Text;
import io.herald.words.Words;
import java.time.ZoneOffset;
import java.util.List;

/** Tells an admin or a lead that a round of review does not go on by itself, and what to do. */
record WarningCard(People people, Posts posts, Reviews reviews) {

  Card draw(Tx tx, CardRow row, Event event) {
    Platform platform = people.account(tx, row.workspace(), row.recipient()).platform();
    Review review = reviews.get(tx, event.review());
    String headline = posts.revision(tx, review.post(), review.revision()).content().headline();
    Text text =
        Words.text(
            key(event.kind()),
            Text.strong(headline),
            review.waitsSince(),
            Commands.typed(platform, command(event.kind())));
    String summary = text.plain(ZoneOffset.UTC);
    if (event.reason() == null) {
      return new Card(summary, List.of(new Part.Lead(text)));
    }
    Choice read =
        Choice.of(
            Words.say("review.read_all"), new Intent.ReadAll(review.post(), review.revision()));
    return new Card(
        summary,
        List.of(
            new Part.Lead(text),
            new Part.Findings(event.reason().lines().map(Text::of).toList()),
            new Part.Choices(List.of(read))));
  }

  private static String key(Event.Kind kind) {
    return switch (kind) {
      case NOBODY_LEFT -> "warning.nobody_left";
      case REMINDED_ADMINS -> "warning.still_waits";
      case CHANNEL_GONE -> "warning.channel_gone";
      case STOPPED -> "warning.stopped";
      case FORBIDDEN -> "warning.forbidden";
      default -> "warning.no_channel";
    };
  }

  private static String command(Event.Kind kind) {
    return switch (kind) {
      case NOBODY_LEFT, REMINDED_ADMINS -> "role grant approver @person";
      default -> Commands.APPROVALS;
    };
  }
}
