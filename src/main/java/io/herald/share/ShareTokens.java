package io.herald.share;

import io.herald.network.Network;
import io.herald.settings.EncryptionKeys;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * Makes and opens the tokens of share links: 23 characters that say which member shares which post
 * where, unreadable and unforgeable, without a row in the database.
 *
 * <p>Behind a character for the key stands one AES-256 block: member (48 bits), post (40 bits),
 * network (8 bits) and 32 bits that must be zero when it is opened. A token made up by chance
 * passes once in four thousand million tries, and then names a member and a post by chance too.
 */
public final class ShareTokens {
  private static final int LENGTH = 1 + Base62.BLOCK_LENGTH;
  private static final long MEMBER_LIMIT = 1L << 48;
  private static final long POST_LIMIT = 1L << 40;

  private final List<ShareKey> keys;

  /** Tokens are made with the newest key; the others go on opening what they made. */
  public ShareTokens(EncryptionKeys keys) {
    this.keys = keys.all().stream().map(ShareKey::new).toList();
  }

  /** What a token says. */
  public record Opened(long member, long post, Network network) {}

  /** The same token every time, while the newest key stays. */
  public String make(long member, long post, Network network) {
    if (member < 0 || member >= MEMBER_LIMIT || post < 0 || post >= POST_LIMIT) {
      throw new IllegalArgumentException("no token for member " + member + ", post " + post);
    }
    ByteBuffer block = ByteBuffer.allocate(16);
    block.putLong(member << 16 | post >>> 24);
    block.putLong((post & 0xFF_FFFF) << 40 | (long) network.code() << 32);
    ShareKey newest = keys.get(0);
    return newest.number() + Base62.write(newest.close(block.array()));
  }

  /** Empty for what none of the keys has made. */
  public Optional<Opened> open(String token) {
    if (token.length() != LENGTH) {
      return Optional.empty();
    }
    Optional<byte[]> closed = Base62.read(token.substring(1));
    if (closed.isEmpty()) {
      return Optional.empty();
    }
    for (ShareKey key : keys) {
      if (key.number() == token.charAt(0)) {
        Optional<Opened> opened = read(key.open(closed.get()));
        if (opened.isPresent()) {
          return opened;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Opened> read(byte[] block) {
    ByteBuffer in = ByteBuffer.wrap(block);
    long high = in.getLong();
    long low = in.getLong();
    if ((int) low != 0) {
      return Optional.empty();
    }
    long post = (high & 0xFFFF) << 24 | low >>> 40;
    return Network.ofCode((int) (low >>> 32) & 0xFF)
        .map(network -> new Opened(high >>> 16, post, network));
  }
}
