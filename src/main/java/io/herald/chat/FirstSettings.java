package io.herald.chat;

import java.util.List;
import java.util.Optional;

/**
 * What an installation is told at its start, for as long as chat has said nothing else.
 *
 * @param approversChannel a channel's name or id
 * @param admins e-mail addresses or ids; they count while the organisation has no admin
 * @param approvers likewise
 */
public record FirstSettings(
    Optional<String> approversChannel, List<String> admins, List<String> approvers) {}
