package io.herald;

import io.herald.backup.Backups;
import io.herald.backup.KeptBackups;
import io.herald.backup.Restore;
import io.herald.campaign.Asking;
import io.herald.campaign.Broadcasts;
import io.herald.campaign.Campaigns;
import io.herald.campaign.Digests;
import io.herald.campaign.Priorities;
import io.herald.chat.ExportNotice;
import io.herald.chat.KnownPersons;
import io.herald.chat.MeantByFilter;
import io.herald.checks.Packs;
import io.herald.command.Data;
import io.herald.console.ExportOrder;
import io.herald.console.KeyOrder;
import io.herald.console.Orders;
import io.herald.console.RoleOrder;
import io.herald.members.Attention;
import io.herald.members.OrganisationSettings;
import io.herald.members.People;
import io.herald.members.Roles;
import io.herald.outbox.Outbox;
import io.herald.post.Posts;
import io.herald.privacy.ErasureList;
import io.herald.privacy.Keeping;
import io.herald.privacy.Sweeper;
import io.herald.records.Entry;
import io.herald.records.Ledger;
import io.herald.records.OldEntries;
import io.herald.records.PersonKeys;
import io.herald.records.Personal;
import io.herald.records.Records;
import io.herald.records.export.Exporter;
import io.herald.records.export.Exports;
import io.herald.settings.DataDirectory;
import io.herald.settings.EncryptionKeys;
import io.herald.settings.Envelope;
import io.herald.settings.Settings;
import io.herald.store.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The data as a command has it when no Herald runs: the same parts as in {@link Assembly}, as far
 * as orders take them, and nothing that serves.
 */
final class DataAtHand implements Data {
  private final InstantSource clock = InstantSource.system();
  private final SecureRandom random = new SecureRandom();

  @Override
  public Opened open(Settings settings) {
    EncryptionKeys keys = keys(settings);
    return new AtHand(
        Database.open(settings.storage().url()), keys, settings.storage().directory());
  }

  @Override
  public Restore.Restored restore(Settings settings, Path backup, boolean evenUnsaved)
      throws IOException {
    return new Restore(
            settings.storage().url(),
            keys(settings),
            new KeptBackups(settings.storage().directory(), settings.storage().keepBackups()),
            clock,
            random,
            (database, madeAt) -> restored(settings, database, backup, madeAt))
        .from(backup, evenUnsaved);
  }

  /** Whom people asked to forget is forgotten before anybody can see the restored database. */
  private void restored(Settings settings, Database database, Path backup, Instant madeAt) {
    var parts = new Parts(database, keys(settings));
    Sweeper.applyAfterRestore(
        database,
        parts.keeping.erasures(),
        new ErasureList(settings.storage().directory()),
        madeAt);
    database.run(
        tx ->
            parts.records.append(
                tx,
                Entry.of("restored", null, "backup/" + madeAt)
                    .with("file", backup.getFileName().toString())));
  }

  private EncryptionKeys keys(Settings settings) {
    return DataDirectory.prepare(settings.storage().directory()).keys(settings.storage(), random);
  }

  /** The parts that orders take, put together on a database. */
  private final class Parts {
    private final Records records;
    private final Outbox outbox;
    private final OrganisationSettings organisation;
    private final People people;
    private final Roles roles;
    private final Keeping keeping;

    Parts(Database database, EncryptionKeys keys) {
      var personKeys = new PersonKeys(keys, random);
      var personal = new Personal(personKeys);
      records = new Records(clock, personal);
      outbox = new Outbox(database, clock);
      organisation = new OrganisationSettings(records, clock);
      people = new People(outbox, records, organisation, clock);
      roles = new Roles(people, records, clock);
      keeping = Keeping.of(personKeys, personal, records, people, roles, outbox, clock);
      new OldEntries(database, personal).renew();
    }
  }

  private final class AtHand implements Opened {
    private final Database database;
    private final Orders orders;

    AtHand(Database database, EncryptionKeys keys, Path directory) {
      this.database = database;
      var parts = new Parts(database, keys);
      Records records = parts.records;
      Outbox outbox = parts.outbox;
      People people = parts.people;
      var campaigns = campaigns(records, outbox, parts.organisation);
      var ledger = Ledger.of(database, keys, random, clock);
      var exports =
          new Exports(
              database,
              records,
              new Exporter(
                  database,
                  ledger.checkpoints(),
                  ledger.key(),
                  new KnownPersons(people),
                  parts.keeping.personal(),
                  clock),
              new MeantByFilter(people, campaigns),
              new Envelope(keys, Exports.ADDRESS, random),
              directory,
              clock);
      this.orders =
          HeraldOrders.of(
              database,
              people,
              parts.roles,
              RoleOrder.Around.NOTHING,
              new Packs(records, outbox, clock),
              new Backups(database, keys, clock, random),
              new ExportOrder(
                  database, exports, people, campaigns, new ExportNotice(people, outbox, clock)),
              new KeyOrder(ledger.key().verifying()));
    }

    private Campaigns campaigns(Records records, Outbox outbox, OrganisationSettings organisation) {
      var posts = new Posts(records, clock);
      var attention = new Attention(organisation, records, clock);
      var priorities = new Priorities(records, clock);
      var digests = new Digests(attention, outbox, clock);
      var asking = new Asking(attention, organisation, priorities, digests);
      var broadcasts = new Broadcasts(posts, outbox, records, asking);
      return new Campaigns(posts, broadcasts, organisation, priorities, records);
    }

    @Override
    public Orders orders() {
      return orders;
    }

    @Override
    public void close() {
      database.close();
    }
  }
}
