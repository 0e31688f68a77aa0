/**
 * Says in canonical words what one record of a submission says (chuẩn hóa): the mapping and the status table of the
 * sender's configuration turn its tree into {@link vn.lienthong.hub.dossier.DossierFacts} and a
 * {@link vn.lienthong.hub.dossier.StatusClaim}, or the record is refused (the sender is wrong) or parked (we cannot
 * place it yet).
 *
 * <p>In: a {@link vn.lienthong.hub.catalog.sender.Sender} and the bytes or one decoded record. Out:
 * {@link vn.lienthong.hub.intake.normalise.Normalised}. Open {@link vn.lienthong.hub.intake.normalise.Normaliser} first,
 * then {@code config/departments/README.md} for the words of a mapping file.
 */
@NullMarked
package vn.lienthong.hub.intake.normalise;

import org.jspecify.annotations.NullMarked;
