/**
 * How what is owed gets acknowledged: lanes, claims, flights, the retry ladder, the breaker, the
 * sweeper and the slow confirmation.
 */
@NullMarked
package vn.lienthong.hub.national.sync;

import org.jspecify.annotations.NullMarked;
