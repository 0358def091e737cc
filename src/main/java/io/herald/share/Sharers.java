package io.herald.share;

import io.herald.store.Tx;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Who pressed share. */
public final class Sharers {

  /** The members who shared a post and still belong here. */
  public List<Long> of(Tx tx, long post) {
    return tx.sql(SharersSql.class).of(post);
  }

  interface SharersSql {
    @SqlQuery(
        """
        SELECT DISTINCT l.member FROM share_link l JOIN member m ON m.id = l.member
        WHERE l.post = :post AND l.counted_at IS NOT NULL AND m.left_organisation_at IS NULL
        """)
    List<Long> of(long post);
  }
}
