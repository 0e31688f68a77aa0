/**
 * The national procedure database, asked through the portal's shared services ({@code LayThuTuc}); the answer becomes an
 * import of the catalogue. Open {@code PortalProcedures} first.
 */
@NullMarked
package vn.lienthong.hub.national.procedures;

import org.jspecify.annotations.NullMarked;
