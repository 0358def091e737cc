package io.herald.records.export;

import io.herald.records.Canonical;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an export is to show. Entries that are not wanted stand in it as their hashes.
 *
 * @param from the earliest time; none from the beginning
 * @param to the time before which it ends; none to the end
 * @param person somebody by their number, with all numbers that lead to them; empty for everybody
 * @param campaign a campaign's number; none for all
 * @param subjects what the campaign is about, as {@code post/12}
 * @param text what occurs in it, whatever its case; none for anything
 * @param reason why shares and wordings of the person are wanted; none leaves them out
 */
public record Wanted(
    @Nullable Instant from,
    @Nullable Instant to,
    Set<Long> person,
    @Nullable Long campaign,
    Set<String> subjects,
    @Nullable String text,
    @Nullable String reason) {
  /** What a member did with posts is theirs: shown by name, and for a reason, or not at all. */
  private static final Set<String> OWN = Set.of("shared", "words_edited");

  /** Everything but what is somebody's own. */
  public static final Wanted ALL = new Wanted(null, null, Set.of(), null, Set.of(), null, null);

  public Wanted {
    person = Set.copyOf(person);
    subjects = Set.copyOf(subjects);
  }

  /** Whether what somebody did with posts is wanted. */
  public boolean opens(long member) {
    return reason != null && person.contains(member);
  }

  boolean shows(Row row) {
    return fits(row) && isAboutPerson(row);
  }

  /** As {@link #shows}, for an entry that stands for many. */
  boolean shows(Row row, Outcomes outcomes) {
    return fits(row) && (isAboutPerson(row) || outcomes.hasAny(this));
  }

  private boolean fits(Row row) {
    return row.content() != null
        && (from == null || !row.at().isBefore(from))
        && (to == null || row.at().isBefore(to))
        && (!OWN.contains(row.kind()) || opens(actor(row)))
        && isAboutCampaign(row)
        && saysText(row.content());
  }

  private boolean isAboutPerson(Row row) {
    return person.isEmpty()
        || person.contains(actor(row))
        || person.stream().anyMatch(member -> row.subject().equals("member/" + member));
  }

  /** Who did it; 0, which is nobody's number, for Herald. */
  private static long actor(Row row) {
    return row.actor() == null ? 0 : row.actor();
  }

  private boolean isAboutCampaign(Row row) {
    return campaign == null
        || row.subject().equals("campaign/" + campaign)
        || subjects.contains(row.subject());
  }

  private boolean saysText(String content) {
    if (text == null) {
      return true;
    }
    // As it is written within JSON: {"":"…"} without what stands around it.
    String written = Canonical.write(Map.of("", text));
    return content
        .toLowerCase(Locale.ROOT)
        .contains(written.substring(5, written.length() - 2).toLowerCase(Locale.ROOT));
  }

  /** As the manifest and the ledger keep it. */
  public Map<String, String> said() {
    var said = new TreeMap<String, String>();
    put(said, "from", from);
    put(said, "to", to);
    put(said, "person", person.isEmpty() ? null : "member/" + Collections.min(person));
    put(said, "campaign", campaign == null ? null : "campaign/" + campaign);
    put(said, "text", text);
    put(said, "reason", reason);
    return said;
  }

  private static void put(Map<String, String> said, String name, @Nullable Object value) {
    if (value != null) {
      said.put(name, value.toString());
    }
  }
}
