package io.herald.console;

import io.herald.words.Refusal;
import java.util.List;

/**
 * Something that is ordered at the command line and needs the data. The running Herald carries it
 * out; where none runs, the command opens the data and does the same.
 */
@FunctionalInterface
public interface Order {
  /**
   * Carries the order out.
   *
   * @param arguments as they were typed, paths made absolute
   * @param told hears what there is to say meanwhile
   * @return the exit code of the command
   * @throws Refusal for what is not possible; its words are told and the exit code is 1
   */
  int carryOut(List<String> arguments, Told told);
}
