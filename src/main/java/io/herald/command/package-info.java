/** The command line: what an administrator types at the machine on which Herald runs. */
@NullMarked
package io.herald.command;

import org.jspecify.annotations.NullMarked;
