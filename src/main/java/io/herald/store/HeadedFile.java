package io.herald.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBase;
import org.jspecify.annotations.Nullable;

/**
 * A file of H2's whose head names the chunk that was written last.
 *
 * <p>The file is a row of chunks, one for each commit, and each foretells where the next one will
 * lie. When that comes out otherwise, the head of the file is to name the chunk that cannot be
 * found. Since 2.2.220 H2 writes the head a moment too early, with the chunk before: killed then or
 * within its next twenty commits, it finds none of them again, though all were acknowledged. So the
 * head is put right on its way to the disk. ({@code FileStore.storeBuffer} writes the chunk and the
 * head, then notes which chunk is the last.)
 */
final class HeadedFile extends FileBase {
  private final FileChannel file;
  private @Nullable Chunk newest;

  HeadedFile(FileChannel file) {
    this.file = file;
  }

  @Override
  public synchronized int write(ByteBuffer from, long at) throws IOException {
    int length = from.remaining();
    ByteBuffer right = from;
    if (at == 0) {
      right = Head.naming(newest, from);
    } else {
      Chunk chunk = Chunk.in(from, at);
      // H2 also moves chunks that it wrote long ago.
      if (chunk != null && (newest == null || chunk.version() >= newest.version())) {
        newest = chunk;
      }
    }
    // Whole, so that what begins a write begins a chunk.
    for (long next = at; right.hasRemaining(); ) {
      next += file.write(right, next);
    }
    from.position(from.limit());
    return length;
  }

  @Override
  public int write(ByteBuffer from) throws IOException {
    return file.write(from);
  }

  // The file's own position is not used, so readers need not wait for one another.
  @SuppressWarnings("UnsynchronizedOverridesSynchronized")
  @Override
  public int read(ByteBuffer to, long at) throws IOException {
    return file.read(to, at);
  }

  @Override
  public int read(ByteBuffer to) throws IOException {
    return file.read(to);
  }

  @Override
  public long position() throws IOException {
    return file.position();
  }

  @Override
  public FileChannel position(long at) throws IOException {
    file.position(at);
    return this;
  }

  @Override
  public long size() throws IOException {
    return file.size();
  }

  @Override
  public FileChannel truncate(long size) throws IOException {
    file.truncate(size);
    return this;
  }

  @Override
  public void force(boolean metaData) throws IOException {
    file.force(metaData);
  }

  @Override
  public FileLock tryLock(long at, long size, boolean shared) throws IOException {
    return file.tryLock(at, size, shared);
  }

  @Override
  protected void implCloseChannel() throws IOException {
    file.close();
  }
}
