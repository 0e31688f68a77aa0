/**
 * Reconciliation over HTTP (đối soát): lists are uploaded, runs asked for, differences read and repaired, evidence
 * fetched; a sender reads and answers what it is asked.
 *
 * <p>Open {@code ReconciliationsEndpoint} first.
 */
@NullMarked
package vn.lienthong.hub.console.agreement;

import org.jspecify.annotations.NullMarked;
