package vn.lienthong.hub.national.account;

import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.national.portal.Caller;
import vn.lienthong.hub.national.portal.Portal;
import vn.lienthong.hub.national.portal.Reply;
import vn.lienthong.hub.national.portal.Session;

/** {@code TraCuuTechID} of the portal's shared services. */
public final class PortalTechIds implements TechIdQuestions {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Portal share;
    private final Session session;
    private final Caller caller;

    public PortalTechIds(Portal share, Session session, Caller caller) {
        this.share = share;
        this.session = session;
        this.caller = caller;
    }

    @Override
    public Optional<String> ask(String number) {
        var token = session.token();
        var reply = reply(number, token);
        if (reply.code() != 0) {
            session.ended(token);
            reply = reply(number, session.token());
        }
        if (reply.code() != 0) {
            throw new IllegalStateException("TraCuuTechID: code " + reply.code());
        }
        return reply.result().stream()
                .map(row -> row.path("TECHNICALID").asString(""))
                .filter(id -> !id.isBlank())
                .findFirst();
    }

    /** The number is in the call alone, in no journal and no message. */
    private Reply reply(String number, String token) {
        var envelope = JSON.createObjectNode()
                .put("session", token)
                .put("madonvi", caller.madonvi())
                .put("service", "TraCuuTechID")
                .put("provider", "wso2is")
                .put("mstorcmnd", number);
        var exchange = share.call(JSON.writeValueAsBytes(envelope)).join();
        return exchange.reply().orElseThrow(() -> new IllegalStateException("TraCuuTechID: " + exchange.trouble()));
    }
}
