/**
 * Letters with dossiers as attachments, from the oldest systems, read over IMAP.
 *
 * <p>Open {@link vn.lienthong.hub.intake.collect.mail.MailSource} first.
 */
@NullMarked
package vn.lienthong.hub.intake.collect.mail;

import org.jspecify.annotations.NullMarked;
