package io.herald.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Herald keeps about somebody, in their own hands, wherever they are. */
class PrivacyJourneyTest {
  @ParameterizedTest
  @EnumSource(names = {"SLACK", "TEAMS"})
  void somebody_looks_fetches_and_is_erased_and_an_admin_lets_the_rest_go(Face face) {
    try (Organisation acme = face.open()) {
      Colleague ben = acme.ben();
      acme.dan().types("help");
      acme.dan().isTold("What you can do");
      ben.types("join");
      ben.isTold("You have joined");
      ben.types("draft https://acme.example/garden Our garden is open.");
      ben.isAsked("New draft").fill("Headline", "The garden").send("Submit");
      acme.everyCardShows("The garden", "Waiting for an approver");

      ben.types("privacy");
      Colleague.Seen kept = ben.isTold("What Herald keeps about you", "Drafts that you wrote");
      ben.press("Export my data", kept);
      String told = ben.isTold("within an hour").shown();
      assertThat(told).contains("fetch the file");
      ben.press("Erase my data", kept);
      Colleague.Asked sure = ben.isAsked("Erase my data");
      assertThat(sure.send("Erase")).isNotEmpty();
      sure.fill("Are you sure?", "Yes, erase my data").send("Erase");

      Colleague.Seen rest = acme.dan().hears("asked to be erased", "Erase it too");
      assertThat(rest.shown()).contains("Posts");
      acme.everyCardShows("The garden", "former member");
      acme.dan().press("Erase it too", rest);
      acme.dan().hears("had it erased as well");
      acme.orderly().run();
    }
  }
}
