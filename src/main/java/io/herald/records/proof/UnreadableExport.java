package io.herald.records.proof;

/** A file is no export, or none that this version knows; so nothing can be said of it. */
public final class UnreadableExport extends Exception {
  private static final long serialVersionUID = 1;

  public UnreadableExport(String what) {
    super(what);
  }
}
