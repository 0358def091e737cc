package io.herald.checks;

import java.util.List;

/**
 * Digits in groups, with what stands between them.
 *
 * @param from where it begins, with its plus sign or opening bracket
 * @param digits all of them, without anything else
 * @param groups the groups, from left to right
 * @param gaps what stands between two groups: one fewer than groups
 * @param plus whether a plus sign stands before it
 */
record NumberRun(
    int from, int to, String digits, List<Span> groups, List<String> gaps, boolean plus) {

  Span span() {
    return new Span(from, to);
  }

  int length() {
    return digits.length();
  }

  /** The length of a group, counted from 0. */
  int size(int group) {
    return groups.get(group).to() - groups.get(group).from();
  }

  /** The groups' lengths, as {@code 3-2-4}. */
  String shape() {
    var shape = new StringBuilder();
    for (int i = 0; i < groups.size(); i++) {
      shape.append(i == 0 ? "" : "-").append(size(i));
    }
    return shape.toString();
  }

  /** Whether every gap is one of these characters. */
  boolean gapsOnly(String characters) {
    return gaps.stream().allMatch(gap -> gap.length() == 1 && characters.contains(gap));
  }

  /** Some of its neighbouring groups, as a run of their own. */
  NumberRun part(int first, int last, String text) {
    List<Span> some = groups.subList(first, last + 1);
    var all = new StringBuilder();
    some.forEach(group -> all.append(text, group.from(), group.to()));
    return new NumberRun(
        first == 0 ? from : some.get(0).from(),
        some.get(some.size() - 1).to(),
        all.toString(),
        List.copyOf(some),
        List.copyOf(gaps.subList(first, last)),
        first == 0 && plus);
  }
}
