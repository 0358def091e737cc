package io.herald.chat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The lists of Home. Their sizes together stay well below the hundred blocks of a Home. */
enum HomeList {
  REVIEWS(10),
  CAMPAIGNS(5),
  PIPELINE(8),
  FEED(10),
  MINE(5);

  private final int size;

  HomeList(int size) {
    this.size = size;
  }

  /** How many of it stand on a page. */
  int size() {
    return size;
  }

  /** As it stands in an intent and in the database. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<HomeList> of(String word) {
    return Arrays.stream(values()).filter(list -> list.word().equals(word)).findFirst();
  }
}
