package io.herald.share;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.herald.share.StatSql.LinkRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Of which post and network each tracked link is, remembered: it never becomes another's. */
final class Places {
  private static final int REMEMBERED = 100_000;

  private final Cache<Long, LinkRow> cache = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  /** By the link; one that is not there has none. */
  Map<Long, LinkRow> of(StatSql sql, List<Long> links) {
    Map<Long, LinkRow> found = new HashMap<>(cache.getAllPresent(links));
    List<Long> unknown = new ArrayList<>(links);
    unknown.removeAll(found.keySet());
    if (!unknown.isEmpty()) {
      for (LinkRow row : sql.links(unknown)) {
        cache.put(row.id(), row);
        found.put(row.id(), row);
      }
    }
    return found;
  }
}
