package io.herald.campaign;

import io.herald.words.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A goal, an audience, a time frame and some posts.
 *
 * @param version grows with every change of the plan; what was drawn from an older one is stale
 */
public record Campaign(
    long id,
    long owner,
    CampaignState state,
    int version,
    Plan plan,
    Instant createdAt,
    Instant changedAt) {

  /** The plan is written anew, while nothing went out. */
  Campaign planned(Plan next, int from, Instant at) {
    if (state != CampaignState.DRAFT) {
      throw new Refusal("refusal.campaign_begun");
    }
    if (version != from) {
      throw new Refusal("refusal.campaign_newer");
    }
    return new Campaign(id, owner, state, version + 1, next, createdAt, at);
  }

  /** A few people get it first. */
  Campaign tried(Instant at) {
    mustBeReady(at);
    if (state != CampaignState.DRAFT) {
      throw new Refusal("refusal.campaign_begun");
    }
    return with(CampaignState.CANARY, at);
  }

  Campaign sent(Instant at) {
    mustBeReady(at);
    if (state != CampaignState.DRAFT && state != CampaignState.CANARY) {
      throw new Refusal("refusal.campaign_begun");
    }
    return with(CampaignState.RUNNING, at);
  }

  Campaign paused(Instant at) {
    return state == CampaignState.RUNNING
        ? with(CampaignState.PAUSED, at)
        : refuse("refusal.campaign_not_running");
  }

  Campaign resumed(Instant at) {
    return state == CampaignState.PAUSED
        ? with(CampaignState.RUNNING, at)
        : refuse("refusal.campaign_not_paused");
  }

  Campaign cancelled(Instant at) {
    return state.begun()
        ? with(CampaignState.CANCELLED, at)
        : refuse("refusal.campaign_not_running");
  }

  Campaign ended(Instant at) {
    return with(CampaignState.ENDED, at);
  }

  /** What is missing before it can be sent, as the keys of the words for it. */
  public List<String> missing(Instant now) {
    var missing = new ArrayList<String>();
    if (plan.goal().isEmpty()) {
      missing.add("campaign.missing.goal");
    }
    if (plan.posts().isEmpty()) {
      missing.add("campaign.missing.posts");
    }
    if (plan.aim().meant().isEmpty()) {
      missing.add("campaign.missing.audience");
    }
    Instant over = plan.over();
    if (over == null) {
      missing.add("campaign.missing.end");
    } else if (!over.isAfter(now)) {
      missing.add("campaign.missing.over");
    }
    return missing;
  }

  private void mustBeReady(Instant now) {
    List<String> missing = missing(now);
    if (!missing.isEmpty()) {
      throw new Refusal(missing.get(0));
    }
  }

  private Campaign refuse(String key) {
    throw new Refusal(state.open() ? key : "refusal.campaign_over");
  }

  private Campaign with(CampaignState to, Instant at) {
    return new Campaign(id, owner, to, version, plan, createdAt, at);
  }
}
