package io.herald.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.words.Text;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TeamsTextTest {
  @Test
  void a_command_names_people_and_channels_by_id_and_leaves_herald_out() {
    ObjectNode activity =
        Json.parse(
                """
                {"type":"message","recipient":{"id":"28:h"},
                 "text":"<at>Herald</at>&nbsp;role grant approver <at>Bob Boss</at> &amp; more",
                 "entities":[
                   {"type":"clientInfo"},
                   {"type":"mention","text":"<at>Herald</at>","mentioned":{"id":"28:h"}},
                   {"type":"mention","text":"<at>Bob Boss</at>","mentioned":{"id":"29:bob"}}]}
                """)
            .orElseThrow();

    assertThat(TeamsText.command(new Incoming(activity, "https://a/", "T")))
        .isEqualTo("role grant approver @29:bob & more");
  }

  @Test
  void a_message_is_read_as_people_see_it() {
    String html =
        "<div><p>One &amp; <b>two</b> &lt;3</p><p>&#128512;<br>three</p>"
            + "<a href=\"https://a.example/?x=1&amp;y=2\">here</a></div>";

    assertThat(TeamsText.words(html)).isEqualTo("One & two <3\n😀\nthree\nhere");
    assertThat(TeamsText.firstLink(html)).isEqualTo("https://a.example/?x=1&y=2");
    assertThat(TeamsText.firstLink("see https://b.example/x now")).isEqualTo("https://b.example/x");
    assertThat(TeamsText.firstLink("nothing")).isEmpty();
  }

  @Test
  void a_line_is_plain_and_tells_addresses_and_times() {
    Text text =
        Text.strong("<b>*Ann*</b>")
            .then(" ")
            .then(Text.link("the page", "https://a.example/"))
            .then(" ")
            .then(Text.moment(Instant.parse("2026-11-22T09:30:00Z")))
            .then(": ")
            .then(Text.typed("help"));

    assertThat(TeamsText.plain(text, ZoneId.of("Europe/Berlin")))
        .isEqualTo(
            "<b>*Ann*</b> the page (https://a.example/) 22 Nov 2026, 10:30 Europe/Berlin:"
                + " “help”");
  }
}
