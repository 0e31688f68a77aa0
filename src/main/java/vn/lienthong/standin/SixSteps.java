package vn.lienthong.standin;

import com.github.tomakehurst.wiremock.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.standin.fault.Fault;
import vn.lienthong.standin.protocol.ApiRules;
import vn.lienthong.standin.protocol.ErrorCode;
import vn.lienthong.standin.protocol.RecordRules;
import vn.lienthong.standin.protocol.Refusal;
import vn.lienthong.standin.protocol.Reply;
import vn.lienthong.standin.store.Dossiers;
import vn.lienthong.standin.store.Kind;
import vn.lienthong.standin.store.SentFiles;

/** Token, number, file, dossier, steps, statuses: the API of 2026 over the same dossiers as the other doors. */
final class SixSteps {

    static final String UPLOAD = "TaiTep";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String BEARER = "Bearer ";

    private final Dossiers dossiers;
    private final SentFiles files;
    private final Sessions sessions;
    private final ApiRules rules;

    SixSteps(Dossiers dossiers, SentFiles files, Sessions sessions) {
        this.dossiers = dossiers;
        this.files = files;
        this.sessions = sessions;
        this.rules = new ApiRules(files::holds, SixSteps::id);
    }

    ObjectNode answer(String service, Request request, Fault fault) {
        if (service.equals(NationalPortal.LOGIN)) {
            return token(form(request));
        }
        String given = String.valueOf(request.getHeader("Authorization"));
        sessions.check(given.startsWith(BEARER) ? given.substring(BEARER.length()) : "");
        return switch (service) {
            case "GetNextValue" -> number(request);
            case UPLOAD -> upload(request.getBody());
            case "NoiHoSo" -> create(request.getBody(), fault);
            case "CapNhatTienTrinh" ->
                entries(batch(rules.ofSteps(), Kind.STEP, request.getBody(), ApiForm::step)
                        .answer(fault));
            case "CapNhatTrangThai" ->
                entries(batch(rules.ofStatuses(), Kind.UPDATE, request.getBody(), this::withStatus)
                        .answer(fault));
            default -> throw Refusal.badField("service", "không được hỗ trợ");
        };
    }

    private ObjectNode token(Map<String, String> form) {
        boolean known = "client_credentials".equals(form.get("grant_type"))
                && sessions.known(form.getOrDefault("client_id", ""), form.getOrDefault("client_secret", ""));
        if (!known) {
            throw new Refusal(ErrorCode.LOGIN_REFUSED, "invalid_client");
        }
        return JSON.createObjectNode()
                .put("access_token", sessions.begin())
                .put("token_type", "Bearer")
                .put("expires_in", sessions.life().toSeconds());
    }

    private static Map<String, String> form(Request request) {
        return Arrays.stream(request.getBodyAsString().split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private ObjectNode number(Request request) {
        var unit = request.queryParameter("code");
        if (!unit.isPresent() || !unit.firstValue().matches("[A-Z]\\d{2}(\\.\\d+)*")) {
            throw Refusal.badField("code", "phải là mã đơn vị");
        }
        return JSON.createObjectNode()
                .put("value", files.number(unit.firstValue(), LocalDate.now(Clock.systemDefaultZone())));
    }

    private ObjectNode upload(byte[] multipart) {
        SentFiles.Sent sent = files.keep(Multipart.content(multipart, "files"));
        ObjectNode answer =
                JSON.createObjectNode().put("code", ErrorCode.SUCCESS.wire()).put("message", "");
        answer.putArray("data")
                .addObject()
                .putObject("response")
                .putArray("data")
                .addObject()
                .put("IdTepTin", sent.id())
                .put("HashTepTin", sent.hash());
        return answer;
    }

    private ObjectNode create(byte[] body, Fault fault) {
        JsonNode record = tree(body);
        if (!(record instanceof ObjectNode dossier)) {
            throw Refusal.badField("NoiHoSo", "phải là một đối tượng JSON");
        }
        String code = dossier.path("MaHoSo").asString("");
        String unit = dossier.path("MaDonViTiepNhan").asString("");
        ObjectNode answer =
                JSON.createObjectNode().put("code", ErrorCode.SUCCESS.wire()).put("message", "Thành công");
        try {
            new BatchCall(dossiers, rules.ofDossiers(), Kind.CREATE, unit, List.of(dossier), ApiForm::dossier)
                    .answer(fault);
        } catch (Refusal refusal) {
            if (refusal.code() != ErrorCode.ALREADY_EXISTS) {
                throw refusal;
            }
            // That a dossier which is there already is answered with its ids is assumed.
            answer.put("code", refusal.code().wire()).put("message", refusal.sentence());
        }
        answer.putObject("data").put("idHoSo", id(code)).put("maHoSo", code);
        return answer;
    }

    private BatchCall batch(RecordRules rules, Kind kind, byte[] body, UnaryOperator<ObjectNode> form) {
        JsonNode sent = tree(body);
        if (!sent.isArray() || sent.isEmpty()) {
            throw Refusal.badField("data", "phải là mảng có ít nhất một phần tử");
        }
        List<ObjectNode> records = new ArrayList<>();
        for (JsonNode record : sent) {
            if (!(record instanceof ObjectNode object)) {
                throw Refusal.badField("data", "chỉ chứa các đối tượng");
            }
            records.add(object);
        }
        return new BatchCall(dossiers, rules, kind, "api-2026", records, form);
    }

    /** The dossier as it is, with the status and its lists. */
    private ObjectNode withStatus(ObjectNode status) {
        ObjectNode known = dossiers.find(status.path("MaHoSo").asString(""))
                .map(found -> (ObjectNode) JSON.readTree(dossiers.json(found.place())))
                .orElseGet(() -> JSON.createObjectNode()
                        .put("MaHoSo", status.path("MaHoSo").asString("")));
        known.put("TrangThaiHoSo", status.path("TrangThai").asString(""));
        known.set("CapNhatTrangThai", status);
        return known;
    }

    /** Entries are there only where each record was judged for itself. */
    private static ObjectNode entries(Reply reply) {
        ObjectNode answer =
                JSON.createObjectNode().put("code", reply.code().wire()).put("message", reply.message());
        var data = answer.putArray("data");
        if (reply.result() != null) {
            reply.result()
                    .forEach(entry -> data.addObject()
                            .put("MaHoSo", entry.path("MaHoSo").asString(""))
                            .put("code", entry.path("error_code").asString(""))
                            .put("message", entry.path("message").asString("")));
        }
        return answer;
    }

    private static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException unreadable) {
            throw Refusal.badField("body", "không phải JSON");
        }
    }

    /** The portal's own id of a dossier: the same after a restart. */
    private static String id(String code) {
        return "hs-" + HexFormat.of().toHexDigits(code.hashCode() * 0x9E3779B97F4A7C15L);
    }
}
