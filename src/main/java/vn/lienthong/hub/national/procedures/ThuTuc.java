package vn.lienthong.hub.national.procedures;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.catalog.calendar.TimeLimit;
import vn.lienthong.hub.catalog.procedure.Channel;
import vn.lienthong.hub.catalog.procedure.NationalProcedures.Published;
import vn.lienthong.hub.catalog.procedure.ProcedureTerms;

/** Reads the portal's {@code LayThuTuc}; a unit or channel nobody knows is left out, not taken for another. */
final class ThuTuc {

    private static final Pattern AMOUNT = Pattern.compile("0*(\\d{1,3})");
    private static final Map<String, Channel> CHANNELS =
            Map.of("1", Channel.COUNTER, "2", Channel.ONLINE, "3", Channel.POST);
    private static final Map<String, TimeLimit.Unit> UNITS = Map.of(
            "ngày làm việc", TimeLimit.Unit.WORKING_DAYS,
            "ngày", TimeLimit.Unit.DAYS,
            "giờ làm việc", TimeLimit.Unit.WORKING_HOURS,
            "giờ", TimeLimit.Unit.WORKING_HOURS,
            "tháng", TimeLimit.Unit.MONTHS);

    private ThuTuc() {}

    static Published read(JsonNode one) {
        JsonNode domain = one.path("LINHVUCTHUCHIEN").path(0);
        return new Published(
                one.path("MATTHC").asString(),
                text(one, "TENTTHC"),
                text(domain, "MALINHVUC"),
                text(domain, "TENLINHVUC"),
                limits(one.path("CACHTHUCTHUCHIEN")),
                components(one.path("THANHPHANHOSO")),
                results(one.path("KETQUATHUCHIEN")));
    }

    /** The first limit of a channel: further ones belong to cases of their own. */
    private static Map<Channel, TimeLimit> limits(JsonNode ways) {
        Map<Channel, TimeLimit> limits = new EnumMap<>(Channel.class);
        for (JsonNode way : ways) {
            Channel channel = CHANNELS.get(way.path("KENH").asString(""));
            if (channel != null) {
                limit(way.path("THOIGIAN").path(0)).ifPresent(limit -> limits.putIfAbsent(channel, limit));
            }
        }
        return limits;
    }

    private static Optional<TimeLimit> limit(JsonNode time) {
        Matcher amount =
                AMOUNT.matcher(time.path("THOIGIANGIAIQUYET").asString("").strip());
        TimeLimit.Unit unit =
                UNITS.get(time.path("DONVITINH").asString("").strip().toLowerCase(Locale.ROOT));
        return amount.matches() && unit != null
                ? Optional.of(new TimeLimit(Integer.parseInt(amount.group(1)), unit))
                : Optional.empty();
    }

    private static List<ProcedureTerms.Component> components(JsonNode cases) {
        return cases.valueStream()
                .flatMap(one -> one.path("GIAYTO").valueStream())
                .filter(paper -> text(paper, "TENGIAYTO") != null)
                .map(paper -> new ProcedureTerms.Component(
                        text(paper, "MAGIAYTO"),
                        paper.path("TENGIAYTO").asString(),
                        paper.path("SOBANCHINH").asInt(0),
                        paper.path("SOBANSAO").asInt(0),
                        text(paper, "URL") == null ? text(paper, "Url") : text(paper, "URL"),
                        ProcedureTerms.Digitisation.NONE))
                .toList();
    }

    private static List<ProcedureTerms.ResultPaper> results(JsonNode results) {
        return results.valueStream()
                .filter(result -> text(result, "MAKETQUA") != null)
                .map(result ->
                        new ProcedureTerms.ResultPaper(result.path("MAKETQUA").asString(), text(result, "TENKETQUA")))
                .toList();
    }

    private static @Nullable String text(JsonNode node, String field) {
        String text = node.path(field).asString("").strip();
        return text.isEmpty() ? null : text;
    }
}
