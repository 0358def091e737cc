package io.herald.sandbox.teams;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a card may be made of: the part of Adaptive Cards 1.5 that Teams draws everywhere and the
 * double can show. A property is a name, an exclamation mark if it must be there, and what it
 * holds: a kind, or the words that it may be. (adaptivecards.io, schema 1.5.0.)
 */
final class CardShapes {
  private static final String SIZES = "small|default|medium|large|extraLarge";
  private static final String COLORS = "default|dark|light|accent|good|warning|attention";
  private static final String STYLES = "default|emphasis|good|attention|warning|accent";
  private static final String SPACING = "none|" + SIZES + "|padding";
  private static final String SIDES = "left|center|right";
  private static final String HEIGHTS = "top|center|bottom";

  private static final String ELEMENT =
      " id:text isVisible:flag separator:flag height:auto|stretch spacing:" + SPACING;
  private static final String TEXT =
      " text!:text isSubtle:flag weight:lighter|default|bolder fontType:default|monospace"
          + " size:"
          + SIZES
          + " color:"
          + COLORS;
  private static final String INPUT =
      ELEMENT + " id!:text label:text isRequired:flag errorMessage:text";
  private static final String ACTION =
      " title!:text id:text style:default|positive|destructive tooltip:text isEnabled:flag"
          + " mode:primary|secondary iconUrl:url";
  private static final String BOX =
      ELEMENT + " items!:elements bleed:flag minHeight:text style:" + STYLES;

  private static final Map<String, Map<String, Rule>> SHAPES = new HashMap<>();

  static {
    shape(
        "AdaptiveCard",
        "version!:version $schema:text body:elements actions:actions speak:text fallbackText:text"
            + " lang:text msteams:object refresh:refresh rtl:flag minHeight:text");
    shape(
        "TextBlock",
        ELEMENT
            + TEXT
            + " wrap:flag maxLines:number style:default|heading|columnHeader"
            + " horizontalAlignment:"
            + SIDES);
    shape("RichTextBlock", ELEMENT + " inlines!:inlines horizontalAlignment:" + SIDES);
    shape("TextRun", TEXT + " italic:flag strikethrough:flag underline:flag highlight:flag");
    shape(
        "Image",
        ELEMENT
            + " url!:url altText:text size:auto|stretch|small|medium|large"
            + " style:default|person width:text backgroundColor:text horizontalAlignment:"
            + SIDES);
    shape("FactSet", ELEMENT + " facts!:facts");
    shape("Container", BOX + " selectAction:action verticalContentAlignment:" + HEIGHTS);
    shape(
        "ColumnSet",
        ELEMENT
            + " columns!:columns bleed:flag selectAction:action horizontalAlignment:"
            + SIDES
            + " style:"
            + STYLES);
    shape("Column", BOX + " width:any selectAction:action verticalContentAlignment:" + HEIGHTS);
    shape("ActionSet", ELEMENT + " actions!:actions");
    shape(
        "Input.Text",
        INPUT
            + " value:text placeholder:text maxLength:number isMultiline:flag regex:text"
            + " style:text|tel|url|email|password");
    shape(
        "Input.ChoiceSet",
        INPUT
            + " value:text placeholder:text choices!:choices isMultiSelect:flag wrap:flag"
            + " style:compact|expanded|filtered");
    shape("Input.Toggle", INPUT + " title!:text value:text valueOn:text valueOff:text wrap:flag");
    shape("Input.Date", INPUT + " value:date min:date max:date placeholder:text");
    shape("Input.Time", INPUT + " value:time min:time max:time placeholder:text");
    shape("Input.Number", INPUT + " value:number min:number max:number placeholder:text");
    shape(
        "Action.Execute",
        ACTION + " verb!:text data:object associatedInputs:auto|none fallback:action");
    shape("Action.Submit", ACTION + " data:object associatedInputs:auto|none");
    shape("Action.OpenUrl", ACTION + " url!:url");
    shape("Action.ShowCard", ACTION + " card!:card");
    shape("Action.ToggleVisibility", ACTION + " targetElements!:targets");
  }

  private CardShapes() {}

  /** What a property holds: one of the words, or what the kind says where there are none. */
  record Rule(boolean required, String kind, List<String> words) {
    boolean allows(String word) {
      return words.contains(word.toLowerCase(Locale.ROOT));
    }
  }

  private static void shape(String type, String properties) {
    Map<String, Rule> shape = new HashMap<>();
    for (String property : properties.trim().split("\\s+", -1)) {
      String[] halves = property.split(":", 2);
      String name = halves[0].replace("!", "");
      boolean required = halves[0].endsWith("!");
      boolean listed = halves[1].contains("|");
      List<String> words =
          listed ? List.of(halves[1].toLowerCase(Locale.ROOT).split("\\|", -1)) : List.of();
      shape.put(name, new Rule(required, listed ? "words" : halves[1], words));
    }
    SHAPES.put(type, Map.copyOf(shape));
  }

  /** The properties of a type; empty for a type that Herald has no use for. */
  static Map<String, Rule> of(String type) {
    return SHAPES.getOrDefault(type, Map.of());
  }
}
