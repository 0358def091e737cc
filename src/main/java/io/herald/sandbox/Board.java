package io.herald.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.herald.sandbox.blockkit.BlockKit;
import java.util.List;

/** Finds on a surface what a person names. */
final class Board {
  private Board() {}

  /** The first button with this text. */
  static Elements.Found button(JsonNode blocks, String text) {
    return Elements.in(blocks).stream()
        .filter(found -> found.type().equals("button") && found.label().equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no button \"" + text + "\" on " + said(blocks)));
  }

  /** The first button with this text in or after the block in which the words stand. */
  static Elements.Found buttonAfter(JsonNode blocks, String words, String text) {
    for (int i = 0; i < blocks.size(); i++) {
      if (String.join("\n", BlockKit.texts(blocks.get(i))).contains(words)) {
        ArrayNode rest = Json.array();
        for (int j = i; j < blocks.size(); j++) {
          rest.add(blocks.get(j));
        }
        return button(rest, text);
      }
    }
    throw new AssertionError("no \"" + words + "\" on " + said(blocks));
  }

  /** The menu that is called so; where the name is empty, the first that offers the option. */
  static Elements.Found menu(JsonNode blocks, String name, String option) {
    return Elements.in(blocks).stream()
        .filter(found -> !found.type().equals("button"))
        .filter(found -> name.isEmpty() ? offers(found, option) : found.label().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no menu \"" + name + "\" on " + said(blocks)));
  }

  /** What can be typed into or picked from under this label. */
  static Elements.Found field(JsonNode blocks, String label) {
    List<Elements.Found> fields =
        Elements.in(blocks).stream().filter(found -> !found.type().equals("button")).toList();
    return fields.stream()
        .filter(found -> found.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "no field \""
                        + label
                        + "\" among "
                        + fields.stream().map(Elements.Found::label).toList()));
  }

  private static boolean offers(Elements.Found found, String option) {
    return BlockKit.texts(found.element()).contains(option);
  }

  private static String said(JsonNode blocks) {
    return BlockKit.texts(blocks).toString();
  }
}
