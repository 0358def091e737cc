package io.herald.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.network.Network;
import io.herald.post.Freedom;
import io.herald.post.Post;
import io.herald.settings.LinkedIn;
import io.herald.testkit.Axe;
import io.herald.testkit.TestDatabase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SharePageAxeTest {

  @Test
  void no_page_has_a_serious_fault() throws Exception {
    for (Map.Entry<String, String> page : pages().entrySet()) {
      assertThat(Axe.faults(page.getValue(), Axe.Scheme.LIGHT)).as(page.getKey()).isEmpty();
    }
  }

  /** These two hold every colour that there is. */
  @Test
  void colours_are_told_apart_in_the_dark_too() throws Exception {
    Map<String, String> pages = pages();
    for (String name : List.of("kit", "wrong server")) {
      assertThat(Axe.faults(pages.get(name), Axe.Scheme.DARK)).as(name).isEmpty();
    }
  }

  @Test
  void a_page_with_a_serious_fault_is_found_out() throws Exception {
    String page =
        "<!doctype html><html lang=\"en\"><head><title>A</title></head>"
            + "<body><main><h1>A</h1><input></main></body></html>";
    assertThat(Axe.faults(page, Axe.Scheme.LIGHT))
        .singleElement()
        .asString()
        .startsWith("label at [\"input\"]");
  }

  private static Map<String, String> pages() {
    try (Sharing on = new Sharing(TestDatabase.H2_FILE.open(), LinkedIn.SHARE_OFFSITE)) {
      Map<String, String> pages = new LinkedHashMap<>();
      String image = "https://cdn.example.org/a.jpg";
      Post post = on.live(Sharing.content("Hi there", Map.of(), Freedom.EDIT_FREELY, image));
      Post points = on.live(Sharing.content("Facts", Map.of(), Freedom.TALKING_POINTS, null));
      Post over = on.live(Sharing.content("long ".repeat(100)));
      long member = on.member();
      pages.put("copy", on.get(on.share(member, post, Network.FACEBOOK)).body());
      pages.put("kit", on.get(on.share(member, post, Network.INSTAGRAM)).body());
      pages.put("mail", on.get(on.share(member, post, Network.EMAIL)).body());
      String mastodon = on.share(member, post, Network.MASTODON);
      pages.put("server", on.get(mastodon).body());
      pages.put("wrong server", on.post(mastodon, "server=x+y").body());
      pages.put("talking points", on.get(on.share(member, points, Network.FACEBOOK)).body());
      pages.put("too long", on.get(on.share(member, over, Network.X)).body());
      on.withdraw(over, "Wrong", null);
      pages.put("withdrawn", on.get(on.share(member, over, Network.X)).body());
      pages.put("download", DownloadHandler.offer().html());
      pages.put("download gone", DownloadHandler.over(410).html());
      return pages;
    }
  }
}
