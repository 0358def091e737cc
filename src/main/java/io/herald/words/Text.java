package io.herald.words;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is said to a person: plain words with, here and there, something that a platform draws in
 * its own way. Nothing in it is markup: each face escapes the words as its platform needs.
 */
public record Text(List<Span> spans) {

  /** A stretch of a text. */
  public sealed interface Span {}

  /** Words as they are. */
  public record Plain(String words) implements Span {}

  /** Words that matter more than their neighbours. */
  public record Strong(String words) implements Span {}

  /** Words that lead to an http or https address. */
  public record Link(String words, String address) implements Span {}

  /** Words that a person can type, exactly so. */
  public record Typed(String words) implements Span {}

  /** A point in time, shown in the zone of whoever reads it where the platform can. */
  public record Moment(Instant at) implements Span {}

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

  public Text {
    spans = List.copyOf(spans);
  }

  public static Text of(String words) {
    return new Text(List.of(new Plain(words)));
  }

  public static Text strong(String words) {
    return new Text(List.of(new Strong(words)));
  }

  public static Text link(String words, String address) {
    return new Text(List.of(new Link(words, address)));
  }

  public static Text typed(String words) {
    return new Text(List.of(new Typed(words)));
  }

  public static Text moment(Instant at) {
    return new Text(List.of(new Moment(at)));
  }

  /** This text followed by another. */
  public Text then(Text more) {
    var all = new ArrayList<>(spans);
    all.addAll(more.spans);
    return new Text(all);
  }

  /** This text followed by plain words. */
  public Text then(String words) {
    return then(of(words));
  }

  public boolean isEmpty() {
    return plain(ZoneId.of("UTC")).isEmpty();
  }

  /** The words alone, with times in the given zone, and what can be typed in quotation marks. */
  public String plain(ZoneId zone) {
    var out = new StringBuilder();
    for (Span span : spans) {
      if (span instanceof Plain p) {
        out.append(p.words());
      } else if (span instanceof Strong s) {
        out.append(s.words());
      } else if (span instanceof Link l) {
        out.append(l.words());
      } else if (span instanceof Typed t) {
        out.append('“').append(t.words()).append('”');
      } else if (span instanceof Moment m) {
        out.append(MOMENT.withZone(zone).format(m.at()));
        out.append(' ').append(zone.getId().equals("Z") ? "UTC" : zone.getId());
      }
    }
    return out.toString();
  }
}
