package io.herald.sandbox.blockkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class BlockKitTest {
  private static JsonNode json(String text) {
    try {
      return new JsonMapper().readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static List<String> message(String blocks) {
    return BlockKit.message(json(blocks), Images::looksPublic).stream()
        .map(Problem::toString)
        .toList();
  }

  private static List<String> view(String view) {
    return BlockKit.view(json(view), Images::looksPublic).stream().map(Problem::toString).toList();
  }

  private static String x(int times) {
    return "x".repeat(times);
  }

  private static String section(String text) {
    return "{'type':'section','text':{'type':'mrkdwn','text':'" + text + "'}}";
  }

  private static String actions(String... elements) {
    return "{'type':'actions','elements':[" + String.join(",", elements) + "]}";
  }

  private static String button(String more) {
    return "{'type':'button','text':{'type':'plain_text','text':'Go'}" + more + "}";
  }

  private static String option(String text, String value) {
    return "{'text':{'type':'plain_text','text':'" + text + "'},'value':'" + value + "'}";
  }

  private static String times(int count, String item) {
    return String.join(",", java.util.Collections.nCopies(count, item));
  }

  private static String modal(String more, String... blocks) {
    return "{'type':'modal','title':{'type':'plain_text','text':'T'}"
        + more
        + ",'blocks':["
        + String.join(",", blocks)
        + "]}";
  }

  private static String input(String element) {
    return "{'type':'input','label':{'type':'plain_text','text':'L'},'element':" + element + "}";
  }

  /** One thing wrong at a time: blocks, and what Slack says of them. */
  static Stream<Arguments> refused() {
    String tooLong = "must be less than %d characters [json-pointer:%s]";
    return Stream.of(
        Arguments.of(section(x(3001)), tooLong.formatted(3001, "/blocks/0/text/text")),
        Arguments.of(
            section(""), "must be more than 0 characters [json-pointer:/blocks/0/text/text]"),
        Arguments.of(
            "{'type':'section','fields':[" + times(11, "{'type':'plain_text','text':'a'}") + "]}",
            "no more than 10 items allowed [json-pointer:/blocks/0/fields]"),
        Arguments.of(
            "{'type':'section','fields':[{'type':'mrkdwn','text':'" + x(2001) + "'}]}",
            tooLong.formatted(2001, "/blocks/0/fields/0/text")),
        Arguments.of("{'type':'section'}", "missing required field: text [json-pointer:/blocks/0]"),
        Arguments.of(
            "{'type':'header','text':{'type':'plain_text','text':'" + x(151) + "'}}",
            tooLong.formatted(151, "/blocks/0/text/text")),
        Arguments.of(
            "{'type':'header','text':{'type':'mrkdwn','text':'a'}}",
            "must be a plain_text object [json-pointer:/blocks/0/text]"),
        Arguments.of(
            "{'type':'context','elements':[" + times(11, "{'type':'mrkdwn','text':'a'}") + "]}",
            "no more than 10 items allowed [json-pointer:/blocks/0/elements]"),
        Arguments.of(
            actions(times(26, button(""))),
            "no more than 25 items allowed [json-pointer:/blocks/0/elements]"),
        Arguments.of(
            actions("{'type':'button','text':{'type':'plain_text','text':'" + x(76) + "'}}"),
            tooLong.formatted(76, "/blocks/0/elements/0/text/text")),
        Arguments.of(
            actions(button(",'value':'" + x(2001) + "'")),
            tooLong.formatted(2001, "/blocks/0/elements/0/value")),
        Arguments.of(
            actions(button(",'url':'https://a.example/" + x(3000) + "'")),
            tooLong.formatted(3001, "/blocks/0/elements/0/url")),
        Arguments.of(
            actions(button(",'action_id':'" + x(256) + "'")),
            tooLong.formatted(256, "/blocks/0/elements/0/action_id")),
        Arguments.of(
            actions(button(",'accessibility_label':'" + x(76) + "'")),
            tooLong.formatted(76, "/blocks/0/elements/0/accessibility_label")),
        Arguments.of(
            actions(button(",'style':'default'")),
            "must be one of: primary, danger [json-pointer:/blocks/0/elements/0/style]"),
        Arguments.of(
            actions(button(",'action_id':'a'"), button(",'action_id':'a'")),
            "`action_id` already exists: a [json-pointer:/blocks/0/elements/1/action_id]"),
        Arguments.of(
            actions(
                button(
                    ",'confirm':{'title':{'type':'plain_text','text':'"
                        + x(101)
                        + "'},'text':{'type':'plain_text','text':'b'},"
                        + "'confirm':{'type':'plain_text','text':'c'},"
                        + "'deny':{'type':'plain_text','text':'d'}}")),
            tooLong.formatted(101, "/blocks/0/elements/0/confirm/title/text")),
        Arguments.of(
            actions("{'type':'overflow','options':[" + sixOptions() + "]}"),
            "no more than 5 items allowed [json-pointer:/blocks/0/elements/0/options]"),
        Arguments.of(
            actions("{'type':'static_select','options':[" + option(x(76), "v") + "]}"),
            tooLong.formatted(76, "/blocks/0/elements/0/options/0/text/text")),
        Arguments.of(
            actions("{'type':'static_select','options':[" + option("a", x(151)) + "]}"),
            tooLong.formatted(151, "/blocks/0/elements/0/options/0/value")),
        Arguments.of(
            actions(
                "{'type':'static_select','placeholder':{'type':'plain_text','text':'"
                    + x(151)
                    + "'},'options':["
                    + option("a", "a")
                    + "]}"),
            tooLong.formatted(151, "/blocks/0/elements/0/placeholder/text")),
        Arguments.of(
            actions(
                "{'type':'static_select','options':["
                    + option("a", "a")
                    + "],'initial_option':"
                    + option("b", "b")
                    + "}"),
            "initial option must match one of the options"
                + " [json-pointer:/blocks/0/elements/0/initial_option]"),
        Arguments.of(
            actions("{'type':'plain_text_input','action_id':'a'}"),
            "unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0]"),
        Arguments.of(
            "{'type':'image','image_url':'https://a.example/a.png'}",
            "missing required field: alt_text [json-pointer:/blocks/0]"),
        Arguments.of(
            "{'type':'image','image_url':'https://broken.example/a.png','alt_text':'a'}",
            "downloading image failed [json-pointer:/blocks/0/image_url]"),
        Arguments.of(
            "{'type':'section','text':{'type':'mrkdwn','text':'a'},'accessory':"
                + "{'type':'image','image_url':'http://a.example/a.png','alt_text':'a'}}",
            "downloading image failed [json-pointer:/blocks/0/accessory/image_url]"),
        Arguments.of(
            "{'type':'carousel','elements':[]}",
            "unsupported type: carousel [json-pointer:/blocks/0/type]"),
        Arguments.of(
            "{'type':'divider','text':'a'}",
            "invalid additional property: text [json-pointer:/blocks/0]"),
        Arguments.of(
            "{'type':'divider','block_id':'b'},{'type':'divider','block_id':'b'}",
            "`block_id` already exists: b [json-pointer:/blocks/1/block_id]"),
        Arguments.of(
            times(51, "{'type':'divider'}"),
            "no more than 50 items allowed [json-pointer:/blocks]"),
        Arguments.of(
            "{'type':'rich_text','elements':[{'type':'rich_text_section','elements':"
                + "[{'type':'text','text':''}]}]}",
            "must be more than 0 characters"
                + " [json-pointer:/blocks/0/elements/0/elements/0/text]"));
  }

  private static String sixOptions() {
    return Stream.of("a", "b", "c", "d", "e", "f")
        .map(each -> option(each, each))
        .collect(java.util.stream.Collectors.joining(","));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void a_message_over_a_limit_is_refused_with_the_place(String blocks, String problem) {
    assertThat(message("[" + blocks + "]")).containsExactly(problem);
  }

  @Test
  void a_message_at_its_limits_is_taken() {
    String image = "{'type':'image','image_url':'https://a.example/a.png','alt_text':'a'}";
    assertThat(
            message(
                "["
                    + String.join(
                        ",",
                        section(x(3000)),
                        image,
                        actions(
                            button(",'value':'" + x(2000) + "','style':'primary'"),
                            "{'type':'datetimepicker','action_id':'d'}"),
                        "{'type':'header','text':{'type':'plain_text','text':'" + x(150) + "'}}",
                        "{'type':'context','elements':[" + image + "]}",
                        "{'type':'divider'}")
                    + "]"))
        .isEmpty();
  }

  @Test
  void a_modal_has_its_own_limits() {
    assertThat(view(modal(",'private_metadata':'" + x(3001) + "'")))
        .containsExactly("must be less than 3001 characters [json-pointer:/view/private_metadata]");
    assertThat(view(modal("").replace("'T'", "'" + x(25) + "'")))
        .containsExactly("must be less than 25 characters [json-pointer:/view/title/text]");
    assertThat(view(modal(",'submit':{'type':'plain_text','text':'" + x(25) + "'}")))
        .containsExactly("must be less than 25 characters [json-pointer:/view/submit/text]");
    assertThat(view(modal(",'callback_id':'" + x(256) + "'")))
        .containsExactly("must be less than 256 characters [json-pointer:/view/callback_id]");
    assertThat(view(modal("", times(101, "{'type':'divider'}"))))
        .containsExactly("no more than 100 items allowed [json-pointer:/view/blocks]");
    assertThat(view("{'type':'modal','blocks':[]}"))
        .containsExactly("missing required field: title [json-pointer:/view]");
  }

  @Test
  void inputs_without_submit_are_refused() {
    String text = input("{'type':'plain_text_input','action_id':'a'}");
    assertThat(view(modal("", text)))
        .containsExactly("missing required field: submit [json-pointer:/view]");
    assertThat(view(modal(",'submit':{'type':'plain_text','text':'S'}", text, text))).isEmpty();
  }

  @Test
  void an_initial_value_longer_than_its_field_is_refused() {
    String text =
        input("{'type':'plain_text_input','max_length':5,'initial_value':'" + x(6) + "'}");
    assertThat(view(modal(",'submit':{'type':'plain_text','text':'S'}", text)))
        .containsExactly(
            "must be less than 6 characters"
                + " [json-pointer:/view/blocks/0/element/initial_value]");
  }

  @Test
  void a_home_has_no_title() {
    assertThat(view(modal("").replace("modal", "home")))
        .containsExactly("invalid additional property: title [json-pointer:/view]");
    assertThat(view("{'type':'home','blocks':[" + section("hello") + "]}")).isEmpty();
  }

  @Test
  void only_public_looking_images_can_be_fetched() {
    assertThat(Images.looksPublic("https://images.acme.example/a.png")).isTrue();
    assertThat(
            Stream.of(
                "http://images.acme.example/a.png",
                "https://localhost/a.png",
                "https://10.0.0.7/a.png",
                "https://[::1]/a.png",
                "https://broken.acme.example/a.png",
                "https://nas.local/a.png",
                "not an address"))
        .noneMatch(Images::looksPublic);
  }

  @Test
  void the_characters_of_all_blocks_are_counted() {
    assertThat(BlockKit.characters(json("[" + section("ab") + "," + actions(button("")) + "]")))
        .isEqualTo(4);
  }
}
