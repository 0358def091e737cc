package io.herald.chat.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.herald.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/**
 * Makes what is drawn fit where it is shown. Longest texts are shortened first, all to the same
 * measure; where even that does not help, whole things are left out from the end and a line says
 * so. What a person can press stays.
 *
 * @param <T> what is drawn
 */
final class Fit<T> {
  /** Texts are not shortened below this; then rather fewer things are shown. */
  private static final int LEAST = 60;

  private static final int LONGEST = 40_000;

  private final Surface surface;
  private final IntFunction<Function<T, List<JsonObject>>> face;
  private final ToIntFunction<T> weight;

  /**
   * @param face for the most characters of any one text, how a thing is drawn; made anew for each
   *     try
   * @param weight how much a thing matters: 0 is left out first, 9 never
   */
  Fit(Surface surface, IntFunction<Function<T, List<JsonObject>>> face, ToIntFunction<T> weight) {
    this.surface = surface;
    this.face = face;
    this.weight = weight;
  }

  JsonArray draw(List<T> things) {
    var kept = new ArrayList<>(things);
    int gap = -1;
    while (true) {
      JsonArray whole = atMost(kept, gap, LONGEST);
      if (fits(whole)) {
        return whole;
      }
      if (fits(atMost(kept, gap, LEAST))) {
        return shortened(kept, gap);
      }
      int next = leastOf(kept);
      if (next < 0) {
        throw new IllegalArgumentException("does not fit into Slack's limits: " + things.size());
      }
      kept.remove(next);
      gap = next;
    }
  }

  private boolean fits(JsonArray drawn) {
    return surface.countFits(drawn) && surface.sizeFits(drawn);
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

  private JsonArray shortened(List<T> things, int gap) {
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

  private JsonArray atMost(List<T> things, int gap, int most) {
    Function<T, List<JsonObject>> draw = face.apply(most);
    var blocks = new JsonArray();
    for (int i = 0; i <= things.size(); i++) {
      if (i == gap) {
        blocks.add(Pieces.context(Words.text("slack.left.out"), SlackLimits.TEXT_OBJECT));
      }
      if (i < things.size()) {
        draw.apply(things.get(i)).forEach(blocks::add);
      }
    }
    return blocks;
  }
}
