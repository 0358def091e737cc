package io.herald.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All that the pretend workspace remembers: named shelves of JSON objects by key, in memory and,
 * given a directory, in a journal. Objects on a shelf are never changed, only replaced. Whoever
 * decides on what it read holds this object's monitor meanwhile.
 */
public final class Shelves implements AutoCloseable {
  private final Map<String, NavigableMap<String, ObjectNode>> shelves = new HashMap<>();
  private final @Nullable Journal journal;
  private final List<Runnable> watchers = new ArrayList<>();
  private long version;
  private boolean closed;

  /** A workspace that ends with the process. */
  public Shelves() {
    journal = null;
  }

  /** A workspace that stands in the directory, as the last process left it. */
  public Shelves(Path directory) {
    journal = Journal.open(directory, this::replay);
  }

  private void replay(JsonNode change) {
    String shelf = change.path("shelf").asText();
    String key = change.path("key").asText();
    if (change.has("value")) {
      shelf(shelf).put(key, (ObjectNode) change.get("value"));
    } else {
      shelf(shelf).remove(key);
    }
  }

  public synchronized void put(String shelf, String key, ObjectNode value) {
    write(shelf, key, value);
    shelf(shelf).put(key, value);
    changed();
  }

  public synchronized void remove(String shelf, String key) {
    if (shelf(shelf).containsKey(key)) {
      write(shelf, key, null);
      shelf(shelf).remove(key);
      changed();
    }
  }

  private void write(String shelf, String key, @Nullable ObjectNode value) {
    if (closed) {
      throw new IllegalStateException("the workspace is closed");
    }
    if (journal != null) {
      ObjectNode change = Json.object().put("shelf", shelf).put("key", key);
      if (value != null) {
        change.set("value", value);
      }
      journal.append(change);
    }
  }

  /** Takes everything off the shelf. */
  public synchronized void clear(String shelf) {
    List.copyOf(shelf(shelf).keySet()).forEach(key -> remove(shelf, key));
  }

  public synchronized Optional<ObjectNode> get(String shelf, String key) {
    return Optional.ofNullable(shelf(shelf).get(key));
  }

  /** What lies on the shelf, in the order of the keys. */
  public synchronized List<ObjectNode> all(String shelf) {
    return List.copyOf(shelf(shelf).values());
  }

  public synchronized Optional<String> lastKey(String shelf) {
    return shelf(shelf).isEmpty() ? Optional.empty() : Optional.of(shelf(shelf).lastKey());
  }

  public synchronized boolean isEmpty(String shelf) {
    return shelf(shelf).isEmpty();
  }

  public synchronized List<String> shelvesThatStartWith(String prefix) {
    return shelves.keySet().stream().filter(name -> name.startsWith(prefix)).sorted().toList();
  }

  private NavigableMap<String, ObjectNode> shelf(String name) {
    return shelves.computeIfAbsent(name, any -> new TreeMap<>());
  }

  /** Something that is seen has changed: wakes whoever waits, and tells the watchers. */
  public synchronized void changed() {
    version++;
    notifyAll();
    watchers.forEach(Runnable::run);
  }

  public synchronized long version() {
    return version;
  }

  /** The watcher is run at each change, under the monitor: it must be quick. */
  public synchronized void watch(Runnable watcher) {
    watchers.add(watcher);
  }

  /** Waits until the question has an answer; empty when the time is over. */
  public synchronized <T> Optional<T> await(Duration atMost, Supplier<Optional<T>> question) {
    long end = System.nanoTime() + atMost.toNanos();
    while (true) {
      Optional<T> answer = question.get();
      long left = (end - System.nanoTime()) / 1_000_000;
      if (answer.isPresent() || left <= 0) {
        return answer;
      }
      try {
        wait(Math.min(left, 100));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return question.get();
      }
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (journal != null) {
      journal.close();
    }
  }
}
