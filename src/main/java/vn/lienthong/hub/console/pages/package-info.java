/**
 * The operators' console (bảng điều hành) as server-rendered pages.
 *
 * <p>In: a visit and an address with its filters. Out: a page made of the API's answers. A screen is one endpoint of a few
 * lines here and one template under {@code pages/console}; whatever it shows or does, the API can show or do, and the foot
 * of each page says by which calls. Open {@link vn.lienthong.hub.console.pages.Screens} first.
 */
@NullMarked
package vn.lienthong.hub.console.pages;

import org.jspecify.annotations.NullMarked;
