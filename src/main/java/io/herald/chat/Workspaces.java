package io.herald.chat;

import io.herald.members.Account;
import io.herald.members.People;
import io.herald.members.Platform;
import io.herald.store.Database;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The numbers of the workspaces that are served, which never change. */
final class Workspaces {
  private final Database database;
  private final People people;
  private final Map<Key, Long> numbers = new ConcurrentHashMap<>();

  private record Key(Platform platform, String id) {}

  Workspaces(Database database, People people) {
    this.database = database;
    this.people = people;
  }

  long of(Account account) {
    return of(account.platform(), account.workspace());
  }

  long of(Platform platform, String id) {
    return numbers.computeIfAbsent(
        new Key(platform, id),
        key -> database.inTransaction(tx -> people.workspace(tx, key.platform(), key.id())));
  }

  /** All that Herald has met, in this life or an earlier one. */
  List<Long> known() {
    return database.inTransaction(people::workspaces);
  }
}
