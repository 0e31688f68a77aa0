/**
 * Portals that speak no OpenID Connect, the lesser way: one-time tickets in the words of CAS, and a signed header for a
 * reverse proxy that asks for each request. Nothing here opens unless the terms of a client of the kind LEGACY say so.
 *
 * <p>In: browsers with the name of a service, portals with a ticket, proxies with a cookie. Out: the log-in that stands
 * behind it and what its person agreed to tell. Open {@code CasLoginEndpoint} first.
 */
@NullMarked
package vn.lienthong.identity.legacy;

import org.jspecify.annotations.NullMarked;
