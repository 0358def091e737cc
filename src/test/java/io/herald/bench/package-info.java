/** Benchmarks: what Herald costs, beside a baseline measured in the same run. */
@NullMarked
package io.herald.bench;

import org.jspecify.annotations.NullMarked;
