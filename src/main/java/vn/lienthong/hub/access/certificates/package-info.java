/**
 * Certificates as a way to say who is calling: registered like keys, shown over a port by TLS or by a reverse proxy of
 * ours that saw them.
 *
 * <p>In: a request. Out: the certificate it came with, and whose it is. Open {@link
 * vn.lienthong.hub.access.certificates.CertificateRing} first: like the keys it answers from memory.
 */
@NullMarked
package vn.lienthong.hub.access.certificates;

import org.jspecify.annotations.NullMarked;
