package io.herald.chat;

import io.herald.post.Post;
import io.herald.post.Posts;
import io.herald.review.Review;
import io.herald.store.Tx;
import io.herald.words.Text;
import io.herald.words.Words;
import java.time.ZoneOffset;
import java.util.ArrayList;

/** Reminds somebody of a round that they may decide, with what decides it. */
record ReminderCard(Posts posts, ReviewCard review, ReviewQueue queue) {

  Card draw(Tx tx, Review round, long member) {
    Post post = posts.get(tx, round.post());
    String headline = posts.revision(tx, round.post(), round.revision()).content().headline();
    var parts = new ArrayList<Part>();
    if (!round.open()) {
      Text over = review.status(tx, post, round);
      parts.add(new Part.Lead(Text.strong(headline).then("\n").then(over)));
      return new Card(headline + ": " + over.plain(ZoneOffset.UTC), parts);
    }
    Text lead = Words.text("reminder.lead", round.waitsSince());
    parts.add(new Part.Lead(lead));
    parts.add(queue.draw(tx, round, member));
    return new Card(Words.say("reminder.summary", headline, lead.plain(ZoneOffset.UTC)), parts);
  }
}
