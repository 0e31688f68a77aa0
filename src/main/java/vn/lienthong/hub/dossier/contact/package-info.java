/**
 * How an applicant wants to be told (nhận thông báo): what was chosen on the tracking page, else what the sender says.
 *
 * <p>The tracking page writes it, notices obey it; a department's facts never overwrite a citizen's own choice. Open
 * {@link vn.lienthong.hub.dossier.contact.NoticeChoices}.
 */
@NamedInterface("contact")
@NullMarked
package vn.lienthong.hub.dossier.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
