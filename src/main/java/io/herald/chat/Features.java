package io.herald.chat;

import io.herald.campaign.Broadcasts;
import io.herald.campaign.CampaignOutcomes;
import io.herald.campaign.Campaigns;
import io.herald.campaign.Digests;
import io.herald.campaign.Feeder;
import io.herald.campaign.Priorities;
import io.herald.checks.Overrides;
import io.herald.checks.Packs;
import io.herald.insights.Insights;
import io.herald.members.Attention;
import io.herald.members.OrganisationSettings;
import io.herald.members.People;
import io.herald.members.Roles;
import io.herald.outbox.Outbox;
import io.herald.policy.Policies;
import io.herald.post.Posts;
import io.herald.post.Topics;
import io.herald.records.Records;
import io.herald.share.Downloads;
import io.herald.share.Givens;
import io.herald.share.ShareLinks;
import io.herald.share.ShareTokens;
import io.herald.share.Shares;
import io.herald.store.Database;
import java.security.SecureRandom;
import java.time.InstantSource;

/** What chat speaks for. */
public record Features(
    Database database,
    InstantSource clock,
    SecureRandom random,
    Outbox outbox,
    Records records,
    OrganisationSettings organisation,
    Attention attention,
    People people,
    Roles roles,
    Policies policies,
    Packs packs,
    Overrides overrides,
    Posts posts,
    Topics topics,
    Broadcasts broadcasts,
    Digests digests,
    Priorities priorities,
    Campaigns campaigns,
    CampaignOutcomes outcomes,
    Feeder feeder,
    Givens givens,
    Shares shares,
    Insights insights,
    ShareTokens tokens,
    Downloads downloads,
    ShareLinks links) {}
