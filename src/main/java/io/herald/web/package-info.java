/** Web: the two ports that Herald listens on, what every answer has in common, health, metrics. */
@NullMarked
package io.herald.web;

import org.jspecify.annotations.NullMarked;
