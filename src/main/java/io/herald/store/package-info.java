/**
 * Where everything is kept: the pool, the migrations, transactions, and the one place for what H2
 * and PostgreSQL do differently.
 */
@NullMarked
package io.herald.store;

import org.jspecify.annotations.NullMarked;
