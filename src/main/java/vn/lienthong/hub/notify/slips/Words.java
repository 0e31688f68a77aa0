package vn.lienthong.hub.notify.slips;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.calendar.TimeLimit;
import vn.lienthong.hub.catalog.procedure.Procedure;
import vn.lienthong.hub.dossier.DossierFacts.Channel;
import vn.lienthong.hub.dossier.DossierFacts.Party;
import vn.lienthong.hub.platform.time.VietnamTime;

/** How forms say things; what is unknown is a dotted line to be filled in by hand. */
final class Words {

    static final String DOTS = "…………………………";
    static final String FEW_DOTS = "………";
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("HH 'giờ' mm 'phút, ngày' dd 'tháng' MM 'năm' yyyy");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
    private static final DateTimeFormatter LONG_DAY = DateTimeFormatter.ofPattern("'ngày' dd 'tháng' MM 'năm' yyyy");

    private Words() {}

    static String or(@Nullable String text) {
        return text == null || text.isBlank() ? DOTS : clean(text);
    }

    static String upper(@Nullable String text) {
        return text == null ? DOTS : clean(text).toUpperCase(VIETNAMESE);
    }

    /** Control characters cannot stand in a page. */
    static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\n\t]]|[\\uD800-\\uDFFF\\uFFFE\\uFFFF]", "")
                .strip();
    }

    static String moment(@Nullable Instant at) {
        return at == null ? DOTS : at.atZone(VietnamTime.ZONE).format(MOMENT);
    }

    static String brief(@Nullable Instant at) {
        return at == null ? "" : at.atZone(VietnamTime.ZONE).format(SHORT);
    }

    static String day(LocalDate day) {
        return day.format(DAY);
    }

    static LocalDate dayOf(Instant at) {
        return at.atZone(VietnamTime.ZONE).toLocalDate();
    }

    static String placed(@Nullable String place, Instant at) {
        return (place == null ? FEW_DOTS : place) + ", "
                + at.atZone(VietnamTime.ZONE).format(LONG_DAY);
    }

    static String channel(@Nullable Channel channel) {
        return switch (channel) {
            case null -> DOTS;
            case COUNTER -> "trực tiếp";
            case ONLINE -> "trực tuyến";
            case POST -> "qua dịch vụ bưu chính công ích";
        };
    }

    static String limit(@Nullable Procedure procedure) {
        if (procedure == null || !procedure.limitKnown()) {
            return DOTS;
        }
        TimeLimit limit = procedure.limit();
        return limit == null ? "không quy định" : limit(limit);
    }

    private static String limit(TimeLimit limit) {
        return switch (limit.unit()) {
            case WORKING_HOURS -> limit.amount() + " giờ làm việc";
            case WORKING_DAYS -> limit.amount() + " ngày làm việc";
            case DAYS -> limit.amount() + " ngày";
            case MONTHS -> limit.amount() + " tháng";
            case SAME_DAY -> "trong ngày làm việc";
        };
    }

    /** The paper that proves who somebody is; for a business its tax code. */
    static String identity(@Nullable Party party) {
        if (party == null) {
            return DOTS;
        }
        String id = party.personalId() != null ? party.personalId() : party.oldId();
        return or(id != null ? id : party.taxCode());
    }
}
