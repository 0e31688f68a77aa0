/**
 * One log-in for the province (đăng nhập một lần): an OpenID Connect provider for the departments' portals, the console
 * and every system that calls the hub.
 *
 * <p>A servlet context of its own beside the reactive hub, with its own port, pool and schema; it runs with the hub or
 * alone and knows nothing of it. In: browsers and clients over HTTP, log-ins of the national identity providers. Out:
 * tokens signed with stored keys. Open {@link vn.lienthong.identity.IdentityApplication} first.
 */
@NullMarked
package vn.lienthong.identity;

import org.jspecify.annotations.NullMarked;
