package io.herald;

import io.herald.backup.Backups;
import io.herald.checks.Packs;
import io.herald.console.BackupOrder;
import io.herald.console.ExportOrder;
import io.herald.console.KeyOrder;
import io.herald.console.Order;
import io.herald.console.Orders;
import io.herald.console.PackOrder;
import io.herald.console.RoleOrder;
import io.herald.members.People;
import io.herald.members.Roles;
import io.herald.store.Database;
import java.util.HashMap;

/** What can be ordered of Herald at the command line. */
final class HeraldOrders {
  private HeraldOrders() {}

  static Orders of(
      Database database,
      People people,
      Roles roles,
      RoleOrder.Around around,
      Packs packs,
      Backups backups,
      ExportOrder export,
      KeyOrder key) {
    var orders = new HashMap<String, Order>();
    orders.put("role grant", new RoleOrder(true, database, people, roles, around));
    orders.put("role take", new RoleOrder(false, database, people, roles, around));
    orders.put("checks load", new PackOrder(database, packs));
    orders.put("backup", new BackupOrder(backups));
    orders.put("records export", export);
    orders.put("records key", key);
    return new Orders(orders);
  }
}
