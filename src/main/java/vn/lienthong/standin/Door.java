package vn.lienthong.standin;

import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.Request;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.standin.protocol.Envelope;
import vn.lienthong.standin.protocol.Refusal;

/**
 * How a call came in: the envelope of the portal's adapter, or a relay's bare array whose service stands in the
 * address and which needs no session.
 *
 * @param allowed the services this address takes, empty for all
 */
record Door(
        String service,
        Envelope call,
        boolean relay,
        @Nullable String destination,
        List<String> allowed) {

    static Door of(Parameters mapping, Request request) {
        String door = mapping.getString("door", "envelope");
        boolean relay = door.equals("relay");
        Envelope call = relay ? relayed(mapping, request) : Envelope.read(request.getBody());
        String service = door.equals(NationalPortal.LOGIN) ? NationalPortal.LOGIN : call.service();
        return new Door(service, call, relay, request.getHeader("dstcode"), allowed(mapping));
    }

    private static Envelope relayed(Parameters mapping, Request request) {
        String unit = query(request, "MaDinhDanhDV", "relay");
        String updating = query(request, "isUpdating", mapping.getString("isUpdating", "False"));
        return Envelope.wrap(request.getBody(), mapping.getString("service"), unit, updating);
    }

    private static String query(Request request, String name, String otherwise) {
        QueryParameter parameter = request.queryParameter(name);
        return parameter.isPresent() ? parameter.firstValue() : otherwise;
    }

    private static List<String> allowed(Parameters mapping) {
        return mapping.get("services") instanceof Collection<?> services
                ? services.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Whether the caller addressed this portal, when an address is configured. */
    void checkDestination(@Nullable String wanted) {
        if (wanted != null && !relay && !wanted.equals(destination)) {
            throw Refusal.badField("dstcode", "trong header không đúng");
        }
    }

    void checkAllowed() {
        if (!allowed.isEmpty() && !allowed.contains(service)) {
            throw Refusal.badField("service", "không có ở địa chỉ này");
        }
    }
}
