package io.herald.command.check;

import io.herald.settings.Hosts;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;

/** Whether Slack can find the public address. */
final class AddressCheck {
  private AddressCheck() {}

  /**
   * @param slackApi where Slack is, if not at its own address
   */
  static Outcome look(URI publicUrl, Optional<URI> slackApi) {
    String host = publicUrl.getHost();
    if (Hosts.isLoopback(host)) {
      return slackApi.map(URI::getHost).filter(Hosts::isLoopback).isPresent()
          ? Outcome.fine()
          : Outcome.mend(
              "HERALD_PUBLIC_URL is this machine's own address, where Slack cannot come.",
              "Set it to the https address of the reverse proxy or tunnel before Herald.");
    }
    try {
      InetAddress.getAllByName(host);
      return Outcome.fine();
    } catch (UnknownHostException e) {
      return Outcome.mend(
          "The host " + host + " of HERALD_PUBLIC_URL has no address.",
          "Add it to your DNS, or mend HERALD_PUBLIC_URL.");
    }
  }
}
