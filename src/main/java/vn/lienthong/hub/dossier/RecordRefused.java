package vn.lienthong.hub.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.platform.reason.Reason;

/**
 * A record of a submission was refused for good; published inside the transaction that keeps the refusal.
 *
 * @param receipt as the sender was given it
 * @param code the dossier's code, as far as it is known
 */
public record RecordRefused(
        String sender, String receipt, int no, @Nullable String code, List<Reason> reasons, String correlationId) {}
