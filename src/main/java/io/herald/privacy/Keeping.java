package io.herald.privacy;

import io.herald.members.People;
import io.herald.members.Roles;
import io.herald.outbox.Outbox;
import io.herald.records.PersonKeys;
import io.herald.records.Personal;
import io.herald.records.Records;
import io.herald.records.Retention;
import java.time.InstantSource;

/** All that says how long what is known of people is kept, put together. */
public record Keeping(
    PersonKeys keys, Personal personal, Retention retention, Erasures erasures, OwnData ownData) {

  public static Keeping of(
      PersonKeys keys,
      Personal personal,
      Records records,
      People people,
      Roles roles,
      Outbox outbox,
      InstantSource clock) {
    var retention = new Retention(records, personal, clock);
    return new Keeping(
        keys,
        personal,
        retention,
        new Erasures(people, roles, records, keys, retention, outbox, clock),
        new OwnData(people, retention));
  }
}
