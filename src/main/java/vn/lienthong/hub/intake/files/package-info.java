/**
 * The check of attached files (tệp đính kèm): before a dossier counts as received, each of its files is what it says it
 * is, whole, readable, harmless and not too large.
 *
 * <p>In: a file as a sender offered it, and {@code config/attachments.yaml}. Out: nothing, or the reason for which its
 * record is refused. Open {@link vn.lienthong.hub.intake.files.FileCheck} first.
 */
@NullMarked
package vn.lienthong.hub.intake.files;

import org.jspecify.annotations.NullMarked;
