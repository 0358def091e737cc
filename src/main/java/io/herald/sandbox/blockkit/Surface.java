package io.herald.sandbox.blockkit;

/** Where blocks are shown, and how many Slack takes there. */
enum Surface {
  MESSAGE(50),
  MODAL(100),
  HOME(100);

  final int blocks;

  Surface(int blocks) {
    this.blocks = blocks;
  }
}
