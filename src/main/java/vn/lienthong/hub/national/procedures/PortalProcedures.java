package vn.lienthong.hub.national.procedures;

import java.util.Collection;
import java.util.List;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.catalog.procedure.NationalProcedures;
import vn.lienthong.hub.national.portal.Caller;
import vn.lienthong.hub.national.portal.Exchange;
import vn.lienthong.hub.national.portal.LogInFailed;
import vn.lienthong.hub.national.portal.Portal;
import vn.lienthong.hub.national.portal.Reply;
import vn.lienthong.hub.national.portal.Session;
import vn.lienthong.hub.platform.http.ProblemException;

/** Asks the portal's shared services for procedures, one after the other; called from virtual threads only. */
public final class PortalProcedures implements NationalProcedures {

    private static final String LIST = "LayDanhSachTTHC";
    private static final String ONE = "LayThuTuc";
    private static final String PUBLIC = "1";

    private final Portal share;
    private final Session session;
    private final Caller caller;

    public PortalProcedures(Portal share, Session session, Caller caller) {
        this.share = share;
        this.session = session;
        this.caller = caller;
    }

    @Override
    public List<Published> published(Collection<String> codes) {
        List<String> listed = asked(LIST, "").stream()
                .map(one -> one.path("MATTHC").asString(""))
                .filter(codes::contains)
                .distinct()
                .toList();
        return listed.stream()
                .flatMap(code -> asked(ONE, code).stream().limit(1))
                .filter(one -> PUBLIC.equals(one.path("TRANGTHAI").asString(PUBLIC)))
                .map(ThuTuc::read)
                .toList();
    }

    /** A session may have ended meanwhile: one call more with a new one. */
    private List<JsonNode> asked(String service, String code) {
        try {
            String token = session.token();
            Reply reply = reply(call(service, code, token));
            if (reply.code() != 0) {
                session.ended(token);
                reply = reply(call(service, code, session.token()));
            }
            if (reply.code() != 0) {
                throw unavailable(service + ": " + reply.code() + " " + reply.words());
            }
            return reply.result();
        } catch (LogInFailed refused) {
            throw unavailable(String.valueOf(refused.getMessage()));
        }
    }

    private Exchange call(String service, String code, String token) {
        var envelope = JsonMapper.shared()
                .createObjectNode()
                .put("session", token)
                .put("madonvi", caller.madonvi())
                .put("service", service);
        if (!code.isEmpty()) {
            envelope.put("maTTHC", code);
        }
        return share.call(JsonMapper.shared().writeValueAsBytes(envelope)).join();
    }

    private static Reply reply(Exchange exchange) {
        return exchange.reply().orElseThrow(() -> unavailable(exchange.trouble()));
    }

    private static ProblemException unavailable(String why) {
        return new ProblemException(
                HttpStatus.BAD_GATEWAY,
                "national-portal-unavailable",
                "Cổng Dịch vụ công quốc gia không trả lời: " + why);
    }
}
