package vn.lienthong.hub.quality.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.platform.time.VietnamTime;

/**
 * Which dossiers are compared; what is null does not narrow.
 *
 * @param fromCode the first code, and {@code toCode} the last
 * @param from the first day of reception, and {@code to} the last
 */
public record Scope(
        @Nullable String fromCode,
        @Nullable String toCode,
        @Nullable String agency,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String sender) {

    public static final Scope ALL = new Scope(null, null, null, null, null, null);

    /** Conditions on {@code hub.dossiers d} apart from the range of codes, each begun with "and". */
    String where() {
        List<String> where = new ArrayList<>();
        if (agency != null) {
            where.add("and d.agency_id = :agency");
        }
        if (from != null) {
            where.add("and d.received_at >= :from");
        }
        if (to != null) {
            where.add("and d.received_at < :until");
        }
        if (sender != null) {
            where.add("and d.sender = :scopeSender");
        }
        return String.join(" ", where);
    }

    Map<String, Object> params() {
        Map<String, Object> params = new HashMap<>();
        if (agency != null) {
            params.put("agency", agency);
        }
        if (from != null) {
            params.put("from", from.atStartOfDay().atOffset(VietnamTime.OFFSET));
        }
        if (to != null) {
            params.put("until", to.plusDays(1).atStartOfDay().atOffset(VietnamTime.OFFSET));
        }
        if (sender != null) {
            params.put("scopeSender", sender);
        }
        return params;
    }

    /** Whether a day of reception, as a list writes it, lies in the period. */
    boolean covers(String receivedAt) {
        LocalDate day = LocalDate.parse(receivedAt.substring(0, 10));
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    boolean period() {
        return from != null || to != null;
    }
}
