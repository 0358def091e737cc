package io.herald.chat;

import io.herald.review.Review;
import io.herald.testkit.House;
import java.util.ArrayList;
import java.util.List;

/** The clerk of topics, roles and channels in a house, and what it had carded. */
final class Arranging {
  /** The rounds that were put into a channel for approvals, by its workspace. */
  final List<String> carded = new ArrayList<>();

  /** Where a first checkpoint was posted, by workspace. */
  final List<String> checkpoints = new ArrayList<>();

  final ChannelRequests channels;
  final ArrangeClerk clerk;

  Arranging(ChatHouse chat) {
    House house = chat.house;
    var watch = new ReviewWatch(house.reviews, house.deciders, chat.cards, chat.homes);
    channels =
        new ChannelRequests(
            house.people,
            house.roles,
            house.organisation,
            house.topics,
            house.outbox,
            watch,
            (tx, workspace, open) ->
                open.stream().map(Review::post).forEach(p -> carded.add(workspace + "/" + p)),
            (tx, workspace, channel) -> checkpoints.add(workspace + "/" + channel),
            house.clock);
    clerk =
        new ArrangeClerk(
            house.roles,
            channels,
            new TopicClerk(house.people, house.roles, house.topics, channels, watch),
            new RoleClerk(house.people, house.roles, house.topics, watch, chat.homes));
  }
}
