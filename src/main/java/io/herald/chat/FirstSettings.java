package io.herald.chat;

import io.herald.members.Platform;
import java.util.List;
import java.util.Map;

/**
 * What an installation is told at its start, for as long as chat has said nothing else.
 *
 * @param approversChannels of each platform at most one channel, by its name or id
 * @param admins e-mail addresses or ids; they count while the organisation has no admin
 * @param approvers likewise
 */
public record FirstSettings(
    Map<Platform, String> approversChannels, List<String> admins, List<String> approvers) {
  public FirstSettings {
    approversChannels = Map.copyOf(approversChannels);
  }
}
