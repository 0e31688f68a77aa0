/**
 * The number of a dossier (mã hồ sơ): how it reads in each shape in use, and how the hub issues one for a dossier that
 * comes without.
 *
 * <p>Open {@link vn.lienthong.hub.dossier.code.DossierCodes} first: it issues.
 */
@NamedInterface("code")
@NullMarked
package vn.lienthong.hub.dossier.code;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
