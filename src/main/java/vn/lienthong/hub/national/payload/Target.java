package vn.lienthong.hub.national.payload;

/**
 * Under which codes the portal knows a dossier.
 *
 * @param code its MaHoSo there
 * @param id the portal's own id of it, empty where it has none
 */
public record Target(String code, String id) {}
