package io.herald.records;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A fact, as the ledger keeps it.
 *
 * @param kind what happened, as {@code decision} or {@code post_withdrawn}
 * @param actor the member who did it; none where Herald did it by itself
 * @param subject what it happened to, as {@code post/12}
 * @param content what there is to say of it: strings, numbers, booleans, lists and maps of these
 */
public record Entry(
    String kind, @Nullable Long actor, String subject, Map<String, Object> content) {
  private static final Pattern MEMBER = Pattern.compile("member/(\\d+)");

  /** An entry without content; add with {@link #with}. */
  public static Entry of(String kind, @Nullable Long actor, String subject) {
    return new Entry(kind, actor, subject, Map.of());
  }

  /** Says who a member was, for what of them is kept under a class after they were erased. */
  public static Entry named(long member, KeptAs keptAs) {
    return of(Kind.NAMED + keptAs.word(), null, "member/" + member);
  }

  /** Whose doing it tells of: that of who did it, or of the member that it is about. */
  @Nullable Long person() {
    if (actor != null) {
      return actor;
    }
    Matcher member = MEMBER.matcher(subject);
    return member.matches() ? Long.valueOf(member.group(1)) : null;
  }

  /** The entry with one more thing said; an absent value is left out. */
  public Entry with(String name, @Nullable Object value) {
    if (value == null) {
      return this;
    }
    var more = new TreeMap<>(content);
    more.put(
        name,
        value instanceof Enum<?> || value instanceof java.time.Instant ? value.toString() : value);
    return new Entry(kind, actor, subject, more);
  }
}
