package io.herald.checks;

/**
 * Something that a rule found in a text, told so that its writer can mend it.
 *
 * @param rule the rule's id, as {@code everyday.phone}
 * @param name what the rule is about, in a few words
 * @param span where the words stand; {@link Span#NOWHERE} for what is missing
 * @param words the very words; empty for what is missing
 * @param why why it matters, a sentence or two
 * @param better what to write instead
 * @param firm whether no approver may let it through
 */
public record Finding(
    String rule,
    String name,
    Severity severity,
    Span span,
    String words,
    String why,
    String better,
    boolean firm) {

  /** Whether two findings are about the same words by the same rule, wherever these stand. */
  public boolean same(Finding other) {
    return rule.equals(other.rule) && words.equals(other.words);
  }
}
