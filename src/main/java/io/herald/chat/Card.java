package io.herald.chat;

import java.util.ArrayList;
import java.util.List;

/**
 * What is shown in a message, or as somebody's Home.
 *
 * @param summary the whole of it in plain words, for notifications and screen readers: it must make
 *     sense on its own; at most 3,000 characters
 * @param parts what is drawn, from top to bottom
 */
public record Card(String summary, List<Part> parts) {
  public Card {
    parts = List.copyOf(parts);
  }

  /** The same card without its pictures, for a platform that could not fetch one. */
  public Card withoutPictures() {
    var kept = new ArrayList<Part>();
    for (Part part : parts) {
      if (part instanceof Part.Entry entry) {
        kept.add(new Part.Entry(entry.text(), null, entry.choices()));
      } else if (!(part instanceof Part.Picture)) {
        kept.add(part);
      }
    }
    return new Card(summary, kept);
  }

  public boolean hasPictures() {
    return parts.stream()
        .anyMatch(
            p -> p instanceof Part.Picture || (p instanceof Part.Entry e && e.thumbnail() != null));
  }
}
