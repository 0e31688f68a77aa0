/**
 * Agencies (cơ quan, đơn vị): a stable id, versions with code and name, the dated meanings of codes, and who followed whom.
 *
 * <p>Open {@link vn.lienthong.hub.catalog.agency.Agency} for what is answered, {@code AgencyTable} for how.
 */
@NamedInterface("agency")
@NullMarked
package vn.lienthong.hub.catalog.agency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
