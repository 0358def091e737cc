package io.herald.sandbox.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.sandbox.Json;
import java.util.Locale;

/**
 * Somebody in the pretend tenant.
 *
 * @param id as the bot knows them ("29:…"), another one for every bot
 * @param objectId as the directory knows them, a GUID
 * @param email may be empty
 * @param zone the IANA name of their time zone
 * @param tenant another one for people met in a shared channel
 */
public record TeamsPerson(
    String id,
    String objectId,
    String name,
    String email,
    String zone,
    String tenant,
    boolean guest) {

  /** The same person with another address; empty for none. */
  public TeamsPerson withEmail(String address) {
    return new TeamsPerson(id, objectId, name, address, zone, tenant, guest);
  }

  /** The same person in another time zone. */
  public TeamsPerson withZone(String other) {
    return new TeamsPerson(id, objectId, name, email, other, tenant, guest);
  }

  /** The same person as a guest of the tenant. */
  public TeamsPerson asGuest() {
    return new TeamsPerson(id, objectId, name, email, zone, tenant, true);
  }

  /** The same person as a member of another tenant. */
  public TeamsPerson of(String otherTenant) {
    return new TeamsPerson(id, objectId, name, email, zone, otherTenant, guest);
  }

  String firstName() {
    return name.split(" ", 2)[0];
  }

  /** As the sender of an activity: no address, which Teams never sends along. */
  ObjectNode account() {
    return Json.object().put("id", id).put("name", name).put("aadObjectId", objectId);
  }

  /** As an entry of a roster. */
  ObjectNode entry() {
    String[] names = name.split(" ", 2);
    String handle = email.isEmpty() ? names[0].toLowerCase(Locale.ROOT) + "@acme.example" : email;
    String principal = guest ? handle.replace('@', '_') + "#EXT#@acme.onmicrosoft.example" : handle;
    ObjectNode entry =
        Json.object()
            .put("id", id)
            .put("name", name)
            .put("objectId", objectId)
            .put("aadObjectId", objectId)
            .put("givenName", names[0])
            .put("surname", names.length > 1 ? names[1] : "");
    if (!email.isEmpty()) {
      entry.put("email", email);
    }
    return entry
        .put("userPrincipalName", principal)
        .put("tenantId", tenant)
        .put("userRole", guest ? "guest" : "user");
  }
}
