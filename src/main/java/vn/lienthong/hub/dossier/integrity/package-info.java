/**
 * What looks wrong or false although it is registered (tính trung thực của dữ liệu): findings for people, a dossier is
 * never changed by one.
 *
 * <p>In: what {@code quality} and {@code national} notice. Out: {@code GET /api/v1/integrity}. Open
 * {@link vn.lienthong.hub.dossier.integrity.IntegrityFindings}.
 */
@NamedInterface("integrity")
@NullMarked
package vn.lienthong.hub.dossier.integrity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
