/**
 * Clients that prove themselves by a certificate (RFC 8705): a port by TLS that asks for one, and who is let in by which.
 * Open {@link vn.lienthong.identity.certificate.CertificateJudge} first.
 */
@NullMarked
package vn.lienthong.identity.certificate;

import org.jspecify.annotations.NullMarked;
