package io.herald.members;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.store.Changes;
import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class OrganisationSettingsTest {
  private final House house;
  private final OrganisationSettings settings;

  OrganisationSettingsTest(TestDatabase kind) {
    house = new House(kind.open());
    settings = house.organisation;
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void until_somebody_chooses_visits_are_counted_and_guests_stay_out() {
    assertThat(house.holds(settings::tracking)).isTrue();
    assertThat(house.holds(settings::guests)).isFalse();
    assertThat(house.maybe(tx -> settings.approversChannel(tx, 1))).isEmpty();
  }

  @Test
  void what_an_admin_chose_holds_until_it_is_changed_and_is_recorded() {
    house.run(tx -> settings.guests(tx, 7L, true));
    house.run(tx -> settings.tracking(tx, 7L, false));
    assertThat(house.holds(settings::guests)).isTrue();
    assertThat(house.holds(settings::tracking)).isFalse();

    house.run(tx -> settings.guests(tx, 7L, false));
    assertThat(house.holds(settings::guests)).isFalse();
    assertThat(house.recorded("setting/guests"))
        .containsExactly("setting_changed", "setting_changed");
  }

  @Test
  void choosing_the_same_again_changes_and_records_nothing() {
    house.run(tx -> settings.guests(tx, 7L, true));
    long number = house.in(Changes::number);

    house.run(tx -> settings.guests(tx, 7L, true));

    assertThat(house.<Long>in(Changes::number)).isEqualTo(number);
    assertThat(house.recorded("setting/guests")).hasSize(1);
  }

  @Test
  void each_workspace_has_its_own_channel_for_approvals() {
    house.run(tx -> settings.approversChannel(tx, 7L, 1, "C1"));
    house.run(tx -> settings.approversChannel(tx, 7L, 2, "C2"));
    house.run(tx -> settings.approversChannel(tx, 7L, 1, "C3"));

    assertThat(house.maybe(tx -> settings.approversChannel(tx, 1))).contains("C3");
    assertThat(house.maybe(tx -> settings.approversChannel(tx, 2))).contains("C2");
  }
}
