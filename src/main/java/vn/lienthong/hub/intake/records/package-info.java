/**
 * What senders said of a dossier, record by record (bản ghi gốc): which came, what became of each, and what each said,
 * masked unless somebody with the right gives a reason.
 *
 * <p>In: {@code /api/v1/dossiers/records}. Open {@code RecordsEndpoint} first.
 */
@NullMarked
package vn.lienthong.hub.intake.records;

import org.jspecify.annotations.NullMarked;
