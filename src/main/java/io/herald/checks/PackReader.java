package io.herald.checks;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads packs as src/site/markdown/rule-packs.md describes them. A pack is taken whole or not at
 * all: every mistake is told with its line, also where a rule does not do what its own examples
 * say.
 */
public final class PackReader {
  /** The longest pack, in characters. */
  public static final int MOST = 400_000;

  private static final int MOST_RULES = 500;
  private static final Set<String> KEYS = Set.of("pack", "name", "version", "about", "rules");

  private final List<WrongPack.Mistake> mistakes = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>();

  private PackReader() {}

  /**
   * Reads a pack.
   *
   * @throws WrongPack where it cannot be taken
   */
  public static Pack read(String text) {
    var reader = new PackReader();
    return reader.held(reader.pack(text));
  }

  /** Reads a pack that was taken before: its examples are not tried again. */
  static Pack stored(String text) {
    return new PackReader().pack(text);
  }

  private Pack pack(String text) {
    var sheet = new YamlSheet(document(text), KEYS, this::wrong);
    String id = sheet.text("pack", 40);
    if (!id.isEmpty() && !RuleReader.isId(id)) {
      sheet.wrong("pack", "\"pack\" takes small letters, digits and hyphens");
    }
    var rules = new ArrayList<Rule>();
    Set<String> ids = new HashSet<>();
    List<Node> elements = sheet.elements("rules");
    if (elements.size() > MOST_RULES) {
      sheet.wrong("rules", "a pack holds " + MOST_RULES + " rules at most");
      end();
    }
    for (Node element : elements) {
      Rule rule = new RuleReader(id, element, this::wrong).read();
      if (!ids.add(rule.id())) {
        wrong(YamlSheet.line(element), "there is a rule \"" + rule.id() + "\" before this one");
      }
      rules.add(rule);
      lines.add(YamlSheet.line(element));
    }
    var pack =
        new Pack(
            id,
            sheet.text("name", 60),
            sheet.text("version", 40),
            sheet.text("about", 300),
            rules,
            text);
    end();
    return pack;
  }

  /** Holds a pack to its own examples. */
  private Pack held(Pack pack) {
    Examples.of(pack, (rule, what) -> wrong(lines.get(pack.rules().indexOf(rule)), what));
    end();
    return pack;
  }

  private Node document(String text) {
    if (text.length() > MOST) {
      throw new WrongPack(
          List.of(new WrongPack.Mistake(1, "a pack is at most " + MOST + " characters long")));
    }
    var options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(10);
    options.setCodePointLimit(MOST);
    try {
      Node node = new Yaml(options).compose(new StringReader(text));
      if (node == null) {
        throw new WrongPack(List.of(new WrongPack.Mistake(1, "the file is empty")));
      }
      return node;
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new WrongPack(List.of(new WrongPack.Mistake(line, "no YAML: " + e.getProblem())));
    } catch (YAMLException e) {
      throw new WrongPack(List.of(new WrongPack.Mistake(1, "no YAML: " + e.getMessage())));
    }
  }

  private void wrong(int line, String what) {
    mistakes.add(new WrongPack.Mistake(line, what));
  }

  private void end() {
    if (!mistakes.isEmpty()) {
      throw new WrongPack(mistakes);
    }
  }
}
