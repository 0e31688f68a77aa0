/**
 * What the hub knows about the administration: agencies (cơ quan, đơn vị), procedures (thủ tục hành chính), the working
 * calendar, code lists and the senders, each valid from a day until a day.
 *
 * <p>In comes the applied configuration; out go answers for a code and a date, from memory. Here stand the doors: open
 * {@link vn.lienthong.hub.catalog.Agencies} and {@link vn.lienthong.hub.catalog.Senders} first. What they answer with is
 * in {@code agency}, {@code procedure}, {@code calendar}, {@code codes} and {@code sender}; {@code imports} changes it.
 */
@NullMarked
package vn.lienthong.hub.catalog;

import org.jspecify.annotations.NullMarked;
