package io.herald.chat.teams;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/**
 * Makes what is drawn fit onto a card. Longest texts are shortened first, all to the same measure;
 * where even that does not help, whole things are left out from the end and a line says so. What a
 * person can press or fill in stays.
 *
 * @param <T> what is drawn
 */
final class Fit<T> {
  /** Texts are not shortened below this; then rather fewer things are shown. */
  private static final int LEAST = 60;

  private static final int LONGEST = 30_000;

  private final int bytes;
  private final IntFunction<Function<T, List<ObjectNode>>> face;
  private final ToIntFunction<T> weight;
  private final ObjectNode leftOut;

  /**
   * @param bytes how much there is room for
   * @param face for the most characters of any one text, how a thing is drawn
   * @param weight how much a thing matters: 0 is left out first, 9 never
   * @param leftOut says that something is left out
   */
  Fit(
      int bytes,
      IntFunction<Function<T, List<ObjectNode>>> face,
      ToIntFunction<T> weight,
      ObjectNode leftOut) {
    this.bytes = bytes;
    this.face = face;
    this.weight = weight;
    this.leftOut = leftOut;
  }

  ArrayNode draw(List<T> things) {
    var kept = new ArrayList<>(things);
    int gap = -1;
    while (true) {
      ArrayNode whole = atMost(kept, gap, LONGEST);
      if (fits(whole)) {
        return whole;
      }
      if (fits(atMost(kept, gap, LEAST))) {
        return shortened(kept, gap);
      }
      int next = leastOf(kept);
      if (next < 0) {
        throw new IllegalArgumentException("does not fit onto a card: " + things.size());
      }
      kept.remove(next);
      gap = next;
    }
  }

  private boolean fits(ArrayNode drawn) {
    return Json.bytes(drawn) <= bytes;
  }

  /** The last of those that matter least. */
  private int leastOf(List<T> things) {
    int found = -1;
    for (int i = 0; i < things.size(); i++) {
      int weighs = weight.applyAsInt(things.get(i));
      if (weighs < 9 && (found < 0 || weighs <= weight.applyAsInt(things.get(found)))) {
        found = i;
      }
    }
    return found;
  }

  private ArrayNode shortened(List<T> things, int gap) {
    int low = LEAST;
    int high = LONGEST;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (fits(atMost(things, gap, middle))) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return atMost(things, gap, low);
  }

  private ArrayNode atMost(List<T> things, int gap, int most) {
    Function<T, List<ObjectNode>> draw = face.apply(most);
    ArrayNode elements = Json.array();
    boolean line = false;
    for (int i = 0; i <= things.size(); i++) {
      if (i == gap) {
        elements.add(leftOut);
      }
      if (i == things.size()) {
        break;
      }
      for (ObjectNode element : draw.apply(things.get(i))) {
        if (element.path("type").asText().equals(TeamsParts.DIVIDER)) {
          line = true;
          continue;
        }
        if (line) {
          element.put("separator", true).put("spacing", "medium");
          line = false;
        }
        elements.add(element);
      }
    }
    return elements;
  }
}
