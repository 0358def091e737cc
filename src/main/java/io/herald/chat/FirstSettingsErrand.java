package io.herald.chat;

import io.herald.members.Account;
import io.herald.members.OrganisationSettings;
import io.herald.members.People;
import io.herald.members.Platform;
import io.herald.members.Role;
import io.herald.members.Roles;
import io.herald.outbox.Work;
import io.herald.review.Reviews;
import io.herald.store.Database;
import io.herald.store.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks up the people and the channel that the settings name, and puts them in their place. */
final class FirstSettingsErrand implements Errand {
  /** The outbox's kind. */
  static final String FIRST_SETTINGS = "first_settings";

  private static final Logger LOG = LoggerFactory.getLogger(FirstSettingsErrand.class);
  private static final int MOST_OPEN = 200;

  private final Database database;
  private final People people;
  private final Roles roles;
  private final OrganisationSettings organisation;
  private final Reviews reviews;
  private final ReviewStory story;
  private final Couriers couriers;
  private final FirstSettings settings;

  FirstSettingsErrand(
      Database database,
      People people,
      Roles roles,
      OrganisationSettings organisation,
      Reviews reviews,
      ReviewStory story,
      Couriers couriers,
      FirstSettings settings) {
    this.database = database;
    this.people = people;
    this.roles = roles;
    this.organisation = organisation;
    this.reviews = reviews;
    this.story = story;
    this.couriers = couriers;
    this.settings = settings;
  }

  @Override
  public Result run(Work work) {
    @Nullable PlatformFailure failed = null;
    for (Courier courier : couriers.all()) {
      try {
        apply(courier);
      } catch (PlatformFailure failure) {
        // One platform that is away keeps nobody waiting on the other.
        failed = failure;
      }
    }
    if (failed != null) {
      throw failed;
    }
    return Result.done();
  }

  private void apply(Courier courier) {
    @Nullable String channel = settings.approversChannels().get(courier.platform());
    if (channel != null) {
      // First, for a platform may know people by the channels that Herald is in.
      use(courier, channel);
    }
    grant(courier, Role.ADMIN, "HERALD_ADMINS", settings.admins());
    grant(courier, Role.APPROVER, "HERALD_APPROVERS", settings.approvers());
  }

  private void grant(Courier courier, Role role, String name, List<String> who) {
    if (who.isEmpty()) {
      return;
    }
    if (!database.inTransaction(tx -> roles.holders(tx, role)).isEmpty()) {
      LOG.info("{} is not used: the organisation has its {}s already", name, role.word());
      return;
    }
    var found = new ArrayList<Account>();
    for (String one : who) {
      Optional<Account> account = courier.findPerson(one);
      if (account.isEmpty()) {
        LOG.warn("{}: nobody in the workspace has one of the addresses or ids that it names", name);
      }
      account.ifPresent(found::add);
    }
    database.run(
        tx ->
            found.forEach(
                account -> roles.grantFromSettings(tx, people.meet(tx, account).member(), role)));
  }

  private void use(Courier courier, String channel) {
    long workspace =
        database.inTransaction(tx -> people.workspace(tx, courier.platform(), courier.workspace()));
    boolean applied =
        database.inTransaction(
            tx ->
                organisation
                    .channelFromSettings(tx, workspace)
                    .filter(channel::equals)
                    .isPresent());
    if (applied) {
      return;
    }
    Optional<Courier.ChannelFacts> facts = courier.channel(channel);
    if (facts.isEmpty() || facts.get().archived() || facts.get().shared()) {
      LOG.warn(
          "{} is not used: the channel is {}",
          setting(courier.platform()),
          facts.isEmpty() ? "not to be seen" : facts.get().shared() ? "shared" : "archived");
      return;
    }
    if (!facts.get().joined()) {
      LOG.warn(
          "Herald is not in the channel that {} names yet; add it there",
          setting(courier.platform()));
    }
    database.run(tx -> apply(tx, workspace, channel, facts.get().id()));
  }

  private static String setting(Platform platform) {
    return switch (platform) {
      case SLACK -> "HERALD_APPROVERS_CHANNEL";
      case TEAMS -> "HERALD_TEAMS_APPROVERS_CHANNEL";
    };
  }

  private void apply(Tx tx, long workspace, String named, String id) {
    organisation.approversChannel(tx, null, workspace, id);
    organisation.channelFromSettings(tx, workspace, named);
    story.cardsFor(tx, workspace, reviews.open(tx, 0, MOST_OPEN));
  }
}
