package io.herald.chat;

/** Reads what was typed after the slash word. */
final class Commands {

  /** What the words mean; never fails, for an unknown word is a typo to be helped with. */
  Intent read(String typed) {
    return new Intent.OpenMenu();
  }
}
