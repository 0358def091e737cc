package io.herald.sandbox.blockkit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** One reading of one message or view: what was found, and which ids were seen already. */
final class Inspection {
  final Surface surface;
  private final Predicate<String> fetchable;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> blockIds = new HashSet<>();
  private final Set<String> actionIds = new HashSet<>();
  private int inputs;
  private int focused;

  Inspection(Surface surface, Predicate<String> fetchable) {
    this.surface = surface;
    this.fetchable = fetchable;
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  void complain(String what, String pointer) {
    problems.add(new Problem(what, pointer));
  }

  boolean fetches(String url) {
    return fetchable.test(url);
  }

  void sawInput() {
    inputs++;
  }

  boolean hasInputs() {
    return inputs > 0;
  }

  /** True for the first element that asks for the focus; Slack takes one in a view. */
  boolean mayFocus() {
    return ++focused == 1;
  }

  boolean newBlockId(String id) {
    return blockIds.add(id);
  }

  boolean newActionId(String id) {
    return actionIds.add(id);
  }
}
