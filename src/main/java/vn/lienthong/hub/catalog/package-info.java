/**
 * What the hub knows about the administration: agencies (cơ quan, đơn vị), procedures (thủ tục hành chính), the working
 * calendar and the senders, each valid from a day until a day.
 *
 * <p>In comes the applied configuration; out go answers for a code and a date, from memory. Open
 * {@link vn.lienthong.hub.catalog.Agencies} and {@link vn.lienthong.hub.catalog.Senders} first.
 */
@NullMarked
package vn.lienthong.hub.catalog;

import org.jspecify.annotations.NullMarked;
