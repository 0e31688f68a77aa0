/**
 * What another side says it has (danh sách đối soát): exports of the portal and registers of senders, as CSV, XLSX or
 * NDJSON, read row by row under the layouts of {@code config/reconciliation.yaml}.
 *
 * <p>In: an uploaded file of any size. Out: {@link vn.lienthong.hub.quality.lists.ListRow}s and the lines that could not
 * be read. Open {@code OtherList} first.
 */
@NamedInterface("lists")
@NullMarked
package vn.lienthong.hub.quality.lists;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
