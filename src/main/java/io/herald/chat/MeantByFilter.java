package io.herald.chat;

import io.herald.campaign.Campaigns;
import io.herald.members.People;
import io.herald.records.export.Meant;
import io.herald.store.Tx;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What the filters of an export mean: all numbers of a person, all posts of a campaign. */
public final class MeantByFilter implements Meant {
  private final People people;
  private final Campaigns campaigns;

  public MeantByFilter(People people, Campaigns campaigns) {
    this.people = people;
    this.campaigns = campaigns;
  }

  @Override
  public Set<Long> numbers(Tx tx, long member) {
    var numbers = new HashSet<>(people.earlier(tx, member));
    numbers.add(member);
    return numbers;
  }

  @Override
  public Set<String> subjects(Tx tx, long campaign) {
    return campaigns.get(tx, campaign).plan().posts().stream()
        .map(post -> "post/" + post)
        .collect(Collectors.toSet());
  }
}
