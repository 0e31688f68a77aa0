/** The portal's protocol: session, envelope, calls, and how a reply is judged record by record. */
@NullMarked
package vn.lienthong.hub.national.portal;

import org.jspecify.annotations.NullMarked;
