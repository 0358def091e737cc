package io.herald.bench;

import java.util.List;

/** One benchmark, which can be run by its name. */
interface Benchmark {
  String name();

  /** What it measures, in a line. */
  String about();

  /**
   * Measures.
   *
   * @param brief with a fraction of the data, to see that it works; such figures are no evidence
   */
  List<Figure> run(boolean brief) throws Exception;
}
