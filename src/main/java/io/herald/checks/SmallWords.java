package io.herald.checks;

import java.util.List;
import org.apache.lucene.analysis.CharArraySet;

/** Words that every text of a language has, where Lucene's own list is too short to tell it by. */
final class SmallWords {
  static final CharArraySet ENGLISH =
      CharArraySet.unmodifiableSet(
          new CharArraySet(
              List.of(
                  """
                  a about after again all also am an and any are as at be because been before being
                  but by can cannot could did do does doing don't down during each every few for
                  from had has have having he her here hers him his how i i'm if in into is it it's
                  its just let's me more most my never no not now of off on once one only or other
                  our out over own please same she should so some still such than that the their
                  them then there these they this those through to today too under until up us very
                  was we we're were what when where which while who why will with would you your
                  """
                      .strip()
                      .split("\\s+")),
              false));

  private SmallWords() {}
}
