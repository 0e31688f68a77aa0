/**
 * Who may ask for tokens: the departments' portals, the console, machines. Terms are data, proposed by a file or over
 * the API and applied once a second person approved; secrets are drawn here, told once and kept as keyed hashes.
 *
 * <p>Open {@link vn.lienthong.identity.client.ClientTerms} first, then {@code ClientDesk}.
 */
@NullMarked
package vn.lienthong.identity.client;

import org.jspecify.annotations.NullMarked;
