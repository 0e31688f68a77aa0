/**
 * What the stand-in has accepted: dossiers (hồ sơ) with their progress steps (tiến độ), in arrival order.
 *
 * <p>Accepted records come in as one call's batch and are on disk before the call is answered. Open {@link
 * vn.lienthong.standin.store.Dossiers} first.
 */
@NullMarked
package vn.lienthong.standin.store;

import org.jspecify.annotations.NullMarked;
