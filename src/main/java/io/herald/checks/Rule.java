package io.herald.checks;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a pack.
 *
 * @param id unique among all packs, as {@code finance.guaranteed}
 * @param name what it is about, in a few words
 * @param source where it comes from: a law, a guide, or the organisation's own decision
 * @param detector finds by form; none where the phrases find
 * @param phrases any of which is found
 * @param near at least one must stand near, where there are any
 * @param unless none of which may stand near
 * @param within how many words away is near
 * @param places the texts that it looks at
 * @param from sleeps before this moment; none for always
 * @param until sleeps from this moment on; none for ever
 * @param firm whether no approver may let it through
 * @param finds texts in which it must find something
 * @param spares texts in which it must find nothing
 */
public record Rule(
    String id,
    String name,
    Severity severity,
    String source,
    String why,
    String better,
    @Nullable Detector detector,
    List<Phrase> phrases,
    List<Phrase> near,
    List<Phrase> unless,
    int within,
    Set<Context.Place> places,
    @Nullable Instant from,
    @Nullable Instant until,
    boolean firm,
    List<String> finds,
    List<String> spares) {

  boolean looksAt(Context context) {
    boolean early = from != null && context.at().isBefore(from);
    boolean late = until != null && !context.at().isBefore(until);
    return places.contains(context.place()) && !early && !late;
  }

  Finding finding(String text, Span span) {
    return new Finding(id, name, severity, span, span.of(text), why, better, firm);
  }
}
