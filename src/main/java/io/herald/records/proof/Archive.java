package io.herald.records.proof;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The files of an export. */
public interface Archive {
  /** The names, each as often as it occurs. */
  List<String> names();

  /** Opens a file that is there. */
  InputStream open(String name) throws IOException;
}
