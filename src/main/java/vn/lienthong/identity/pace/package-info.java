/**
 * How often clients and browsers may call: per client, per address, and how many denials the audit takes one by one. What
 * Redis counts holds for all nodes; without it each node counts for itself. Open {@link vn.lienthong.identity.pace.Tally}
 * first.
 */
@NullMarked
package vn.lienthong.identity.pace;

import org.jspecify.annotations.NullMarked;
