/**
 * What the national portal contributes when the register is compared with it: what it shows of a dossier when it is asked,
 * and the repairs that go through the ledger.
 *
 * <p>Ports of {@code dossier} come in here. Open {@code PortalView} first.
 */
@NullMarked
package vn.lienthong.hub.national.agreement;

import org.jspecify.annotations.NullMarked;
