/** What tests of several rooms share. */
@NullMarked
package io.herald.testkit;

import org.jspecify.annotations.NullMarked;
