package io.herald.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * Makes what is drawn fit where a platform shows it. Longest texts are shortened first, all to the
 * same measure; where even that does not help, whole things are left out from the end and a line
 * says so. What a person can press or fill in stays.
 *
 * @param <T> what is drawn
 * @param <D> what it comes to on a platform
 */
public final class Fit<T, D> {
  /** What is never left out. */
  private static final int ALWAYS = 9;

  /** Texts are not shortened below this; then rather fewer things are shown. */
  private static final int LEAST = 60;

  /** No platform shows a text of more characters. */
  private static final int LONGEST = 40_000;

  private final Drawing<T, D> drawing;
  private final Predicate<D> fits;
  private final ToIntFunction<T> weight;

  /** Draws things one below the other. */
  public interface Drawing<T, D> {
    /**
     * Draws as many of the things as there are.
     *
     * @param gap before which of them a line says that something is left out; -1 for nowhere
     * @param most characters of any one text
     */
    D draw(List<T> things, int gap, int most);
  }

  /**
   * @param weight how much a thing matters: 0 is left out first, 9 never
   */
  private Fit(Drawing<T, D> drawing, Predicate<D> fits, ToIntFunction<T> weight) {
    this.drawing = drawing;
    this.fits = fits;
    this.weight = weight;
  }

  /** For the parts of a card. */
  public static <D> Fit<Part, D> ofParts(Drawing<Part, D> drawing, Predicate<D> fits) {
    return new Fit<>(drawing, fits, Fit::weight);
  }

  /** For the fields of a form. */
  public static <D> Fit<Field, D> ofFields(Drawing<Field, D> drawing, Predicate<D> fits) {
    return new Fit<>(drawing, fits, Fit::weight);
  }

  /** What can be pressed matters most, a line between things least. */
  private static int weight(Part part) {
    if (part instanceof Part.Choices) {
      return 8;
    }
    if (part instanceof Part.Heading) {
      return 7;
    }
    if (part instanceof Part.Lead || part instanceof Part.Findings) {
      return 6;
    }
    if (part instanceof Part.Facts || part instanceof Part.Footnote) {
      return 5;
    }
    return part instanceof Part.Divider ? 1 : 3;
  }

  /** What is asked stays, whatever has to be left out of what is told. */
  private static int weight(Field field) {
    if (field instanceof Field.Note || field instanceof Field.Copy) {
      return 3;
    }
    return field instanceof Field.Press ? 5 : ALWAYS;
  }

  public D draw(List<T> things) {
    var kept = new ArrayList<>(things);
    int gap = -1;
    while (true) {
      D whole = drawing.draw(kept, gap, LONGEST);
      if (fits.test(whole)) {
        return whole;
      }
      if (fits.test(drawing.draw(kept, gap, LEAST))) {
        return shortened(kept, gap);
      }
      int next = leastOf(kept);
      if (next < 0) {
        throw new IllegalArgumentException("does not fit: " + things.size() + " things");
      }
      kept.remove(next);
      gap = next;
    }
  }

  /** The last of those that matter least. */
  private int leastOf(List<T> things) {
    int found = -1;
    for (int i = 0; i < things.size(); i++) {
      int weighs = weight.applyAsInt(things.get(i));
      if (weighs < ALWAYS && (found < 0 || weighs <= weight.applyAsInt(things.get(found)))) {
        found = i;
      }
    }
    return found;
  }

  private D shortened(List<T> things, int gap) {
    int low = LEAST;
    int high = LONGEST;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (fits.test(drawing.draw(things, gap, middle))) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return drawing.draw(things, gap, low);
  }
}
