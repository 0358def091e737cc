package io.herald.checks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Many phrases, found together: from each word of a text a tree of words is descended, no deeper
 * than the longest phrase, so that a text takes time by its length alone.
 */
final class Phrases {
  private final Node root = new Node();

  /** What a phrase is to a rule, by the rule's place in the rulebook. */
  record Use(int rule, Role role) {}

  /** What a phrase is to a rule. */
  enum Role {
    FINDS,
    NEAR,
    UNLESS
  }

  /** A phrase in a text, from its first to its last word. */
  record Hit(Use use, int first, int last) {}

  private static final class Node {
    final Map<String, Node> next = new HashMap<>();
    final List<Use> ends = new ArrayList<>();
    @Nullable Node number;
  }

  void add(List<String> words, Use use) {
    Node node = root;
    for (String word : words) {
      node = word.equals(Phrase.NUMBER) ? number(node) : child(node, word);
    }
    if (!node.ends.contains(use)) {
      node.ends.add(use);
    }
  }

  private static Node number(Node node) {
    Node next = node.number;
    if (next == null) {
      next = new Node();
      node.number = next;
    }
    return next;
  }

  private static Node child(Node node, String word) {
    return node.next.computeIfAbsent(word, w -> new Node());
  }

  boolean isEmpty() {
    return root.next.isEmpty() && root.number == null;
  }

  void find(List<Token> tokens, List<Hit> hits) {
    for (int first = 0; first < tokens.size(); first++) {
      descend(root, tokens, first, first, hits);
    }
  }

  private static void descend(Node node, List<Token> tokens, int first, int at, List<Hit> hits) {
    for (Use use : node.ends) {
      hits.add(new Hit(use, first, at - 1));
    }
    if (at == tokens.size()) {
      return;
    }
    Token token = tokens.get(at);
    Node next = node.next.get(token.word());
    if (next != null) {
      descend(next, tokens, first, at + 1, hits);
    }
    if (node.number != null && token.isNumber()) {
      descend(node.number, tokens, first, at + 1, hits);
    }
  }
}
