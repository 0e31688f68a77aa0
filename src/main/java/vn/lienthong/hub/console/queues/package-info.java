/**
 * The broker's queues as operators see them: how much waits where, what the broker gave up on, and its way back.
 *
 * <p>Open {@link vn.lienthong.hub.console.queues.BrokerQueues} first.
 */
@NullMarked
package vn.lienthong.hub.console.queues;

import org.jspecify.annotations.NullMarked;
