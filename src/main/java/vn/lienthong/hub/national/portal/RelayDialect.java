package vn.lienthong.hub.national.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Variants B and C: a relay in the province takes the bare array, without a session; what is to be done with it stands in
 * the address. It cannot be asked, so what became of a call is found out by the next one: a create of what is there
 * answers "đã tồn tại", and a repeated step is none.
 *
 * @param query whether unit and mode are parameters of the address (variant C), or the address itself (variant B)
 */
public record RelayDialect(Caller caller, Paths paths, boolean query, Batches batches, ReplyCodes codes)
        implements Dialect {

    /** Where each kind of call goes; create and update are one address in variant C. */
    public record Paths(String create, String update, String progress) {}

    @Override
    public boolean looksUp() {
        return false;
    }

    @Override
    public boolean updates() {
        return true;
    }

    @Override
    public boolean numbers() {
        return false;
    }

    @Override
    public String service(Request request) {
        return request.service();
    }

    @Override
    public Outgoing write(Request request, String token) {
        return Outgoing.json(address(request), Map.of(), request.array());
    }

    private String address(Request request) {
        var path = switch (request.kind()) {
            case CREATE -> paths.create();
            case UPDATE -> paths.update();
            case PROGRESS -> paths.progress();
            default -> throw new IllegalArgumentException("a relay has no " + request.kind());
        };
        if (!query) {
            return path;
        }
        var uri = UriComponentsBuilder.fromPath(path).queryParam("MaDinhDanhDV", caller.madonvi());
        if (request.updating() != null) {
            uri.queryParam("isUpdating", request.updating());
        }
        return uri.toUriString();
    }

    @Override
    public Optional<Reply> read(int httpStatus, byte[] body) {
        return ENVELOPE.read(httpStatus, body);
    }

    /** A relay may say "đã tồn tại" under the code of success: it took nothing, whatever the code. */
    @Override
    public List<Judgement> judge(Request request, Exchange exchange) {
        var judged = new Judge(codes).judge(request.dossiers(), exchange);
        return request.kind() == Request.Kind.CREATE
                ? judged.stream().map(one -> there(one, judged.size())).toList()
                : judged;
    }

    private Judgement there(Judgement judged, int records) {
        if (!judged.acked() || !codes.saysExists(judged.words())) {
            return judged;
        }
        var sure = judged.confirmed() || records == 1;
        return new Judgement(sure ? Verdict.EXISTS : Verdict.UNKNOWN, sure, judged.words());
    }
}
