package io.herald.checks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping of a YAML document, read key by key; what is wrong is noted with its line. */
final class YamlSheet {
  private final int line;
  private final Map<String, Node> entries = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private final BiConsumer<Integer, String> wrong;

  /**
   * @param known the keys that it may have
   * @param wrong is told of each mistake: its line, and what it is
   */
  YamlSheet(Node node, Set<String> known, BiConsumer<Integer, String> wrong) {
    this.line = line(node);
    this.wrong = wrong;
    if (!(node instanceof MappingNode mapping)) {
      wrong.accept(line, "here must stand keys with their values, as \"name: Finance\"");
      return;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode k ? k.getValue() : "";
      int at = line(tuple.getKeyNode());
      if (!known.contains(key)) {
        wrong.accept(at, "\"" + key + "\" is not known here; known are " + sorted(known));
      } else if (entries.put(key, tuple.getValueNode()) != null) {
        wrong.accept(at, "\"" + key + "\" stands here twice");
      }
      lines.put(key, at);
    }
  }

  int line() {
    return line;
  }

  int line(String key) {
    return lines.getOrDefault(key, line);
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  void wrong(String key, String what) {
    wrong.accept(line(key), what);
  }

  /** One value as it was written, which must be there and not be empty. */
  String text(String key, int most) {
    Node node = entries.get(key);
    if (node == null) {
      wrong.accept(line, "\"" + key + "\" is missing");
      return "";
    }
    String value = node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
    if (value.isEmpty()) {
      wrong(key, "\"" + key + "\" must be words");
    } else if (value.length() > most) {
      wrong(key, "\"" + key + "\" is longer than " + most + " characters");
    }
    return value;
  }

  @Nullable String optional(String key, int most) {
    return has(key) ? text(key, most) : null;
  }

  /** One text or a list of them. */
  List<String> texts(String key, int most) {
    Node node = entries.get(key);
    if (node == null) {
      return List.of();
    }
    return texts(node, key, most);
  }

  private List<String> texts(Node node, String key, int most) {
    List<? extends Node> all = node instanceof SequenceNode list ? list.getValue() : List.of(node);
    var texts = new ArrayList<String>();
    for (Node one : all) {
      String value = one instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
      if (value.isEmpty() || value.length() > most) {
        wrong.accept(line(one), "\"" + key + "\" takes texts of 1 to " + most + " characters");
      } else {
        texts.add(value);
      }
    }
    return texts;
  }

  /** Lists of texts by key, as phrases by language; or nothing where one value stands instead. */
  Map<String, List<String>> lists(String key, int most) {
    Node node = entries.get(key);
    Map<String, List<String>> lists = new LinkedHashMap<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        String name = tuple.getKeyNode() instanceof ScalarNode k ? k.getValue() : "";
        lists.put(name, texts(tuple.getValueNode(), key, most));
      }
    } else if (node != null) {
      wrong(key, "\"" + key + "\" takes lists by language, as \"en: [one, another]\"");
    }
    return lists;
  }

  /** Whether one value stands behind a key. */
  boolean isText(String key) {
    return entries.get(key) instanceof ScalarNode;
  }

  /** The elements of a list, which must be there. */
  List<Node> elements(String key) {
    if (entries.get(key) instanceof SequenceNode list && !list.getValue().isEmpty()) {
      return list.getValue();
    }
    wrong(key, "\"" + key + "\" must be a list with at least one entry");
    return List.of();
  }

  static int line(Node node) {
    return node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
  }

  private static String sorted(Set<String> known) {
    return String.join(", ", known.stream().sorted().toList());
  }
}
