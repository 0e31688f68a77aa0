package vn.lienthong.hub.catalog.procedure;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.calendar.TimeLimit;

/**
 * What a version of a procedure asks for and promises; empty or null is what we do not know.
 *
 * @param responsible the stable id of the agency that answers for it
 * @param limits time limits of single channels, where they differ from the procedure's
 * @param payBefore whether the dossier counts as submitted only when the fee is paid
 * @param paymentStopsClock the legal basis on which waiting for a payment stops the clock; without one it goes on
 */
public record ProcedureTerms(
        @Nullable String responsible,
        @Nullable OnlineLevel level,
        List<Component> components,
        List<ResultPaper> results,
        Map<Channel, TimeLimit> limits,
        List<Fee> fees,
        boolean payBefore,
        SupplementPolicy supplement,
        @Nullable String paymentStopsClock) {

    /** When nothing is known. */
    public static final ProcedureTerms UNKNOWN = new ProcedureTerms(
            null, null, List.of(), List.of(), Map.of(), List.of(), false, SupplementPolicy.USUAL, null);

    public ProcedureTerms {
        components = List.copyOf(components);
        results = List.copyOf(results);
        limits = Map.copyOf(limits);
        fees = List.copyOf(fees);
    }

    /**
     * A paper of the dossier (thành phần hồ sơ).
     *
     * @param form where its form can be downloaded
     */
    public record Component(
            @Nullable String code,
            String name,
            int originals,
            int copies,
            @Nullable String form,
            Digitisation digitisation) {}

    /**
     * What the national portal is told of a component.
     *
     * @param digitised {@code DuocSoHoa}
     * @param reused {@code DuocTaiSuDung}: 0 no, 1 from a component, 2 from a result
     * @param fromNationalStore {@code DuocLayTuKhoDMQG}
     * @param replacedBy {@code MaKetQuaThayThe}
     */
    public record Digitisation(
            boolean digitised,
            int reused,
            boolean fromNationalStore,
            @Nullable String replacedBy) {

        public static final Digitisation NONE = new Digitisation(false, 0, false, null);
    }

    /** What the procedure gives out ({@code KQ.G15.000031}). */
    public record ResultPaper(String code, @Nullable String name) {}

    /** A phí (P) or lệ phí (LP) in đồng; the amount is null when it is computed case by case. */
    public record Fee(
            @Nullable String code,
            @Nullable String name,
            Kind kind,
            @Nullable Long amount,
            @Nullable Channel channel) {

        /** The two kinds of the law. */
        public enum Kind {
            /** Phí. */
            P,
            /** Lệ phí. */
            LP
        }
    }
}
