/**
 * The pretend workspace: a strict double of Slack that speaks its HTTP both ways, and the page that
 * shows it in a browser.
 */
@NullMarked
package io.herald.sandbox;

import org.jspecify.annotations.NullMarked;
