package vn.lienthong.standin;

import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.standin.fault.Fault;
import vn.lienthong.standin.fault.FaultSwitch;
import vn.lienthong.standin.fault.ReplyForm;
import vn.lienthong.standin.protocol.Envelope;
import vn.lienthong.standin.protocol.ErrorCode;
import vn.lienthong.standin.protocol.Refusal;
import vn.lienthong.standin.protocol.Reply;

/** The payment platform: INIT, QUERY, GET_BILL, and the CONFIRM it would send, which somebody else carries to the hub. */
final class PaymentPlatform implements ResponseDefinitionTransformerV2 {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> INIT = List.of(
            "LoaiBanTin",
            "PhienBan",
            "MaDoiTac",
            "MaThamChieu",
            "SoTien",
            "LoaiHinhThanhToan",
            "MaKenhThanhToan",
            "MaThietBi",
            "NgonNgu",
            "MaTienTe",
            "MaNganHang",
            "ThongTinGiaoDich",
            "ThoiGianGD",
            "Ip");
    private static final List<String> QUESTION =
            List.of("LoaiBanTin", "PhienBan", "MaDoiTac", "MaThamChieu", "ThoiGianGD");
    private static final List<String> CONFIRM = List.of(
            "LoaiBanTin",
            "MaLoi",
            "MaDoiTac",
            "MaThamChieu",
            "SoTien",
            "MaTienTe",
            "MaGiaoDich",
            "MaNganHang",
            "ThoiGianGD",
            "ThongTinGiaoDich");

    private final Map<String, JsonNode> started = new ConcurrentHashMap<>();
    private final Map<String, String> outcomes = new ConcurrentHashMap<>();
    private final String secret;
    private final FaultSwitch faults;

    PaymentPlatform(String secret, FaultSwitch faults) {
        this.secret = secret;
        this.faults = faults;
    }

    @Override
    public String getName() {
        return "payment";
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        Request request = event.getRequest();
        String service = event.getTransformerParameters().getString("service");
        Fault fault = faults.next(service);
        try {
            if (!fault.mode().reachesPortal()) {
                throw Refusal.systemFailure();
            }
            return ReplyForm.of(fault, answer(service, Envelope.read(request.getBody()), request));
        } catch (Refusal refusal) {
            return ReplyForm.of(fault, refusal.reply());
        }
    }

    private Reply answer(String service, Envelope call, Request request) {
        call.checkReadable();
        return switch (service) {
            case "INIT" -> init(call);
            case "QUERY" -> said(confirm(asked(call), outcomes.getOrDefault(call.text("MaThamChieu"), "01")));
            case "GET_BILL" -> bill(call);
            // Whoever pretends to pay says with which code, and carries the message to the hub.
            case "PAY" -> pay(call);
            default -> throw Refusal.badField("LoaiBanTin", "không được hỗ trợ");
        };
    }

    private Reply init(Envelope call) {
        genuine(call, INIT);
        String reference = call.text("MaThamChieu");
        started.put(reference, call.body());
        return said(JSON.createObjectNode().put("UrlThanhToan", "https://thanhtoan.example/" + reference));
    }

    private JsonNode asked(Envelope call) {
        genuine(call, QUESTION);
        return started(call.text("MaThamChieu"));
    }

    private Reply bill(Envelope call) {
        JsonNode payment = asked(call);
        if (!"00".equals(outcomes.get(call.text("MaThamChieu")))) {
            throw new Refusal(ErrorCode.BAD_FIELD, "Giao dịch chưa thanh toán");
        }
        return said(JSON.createObjectNode()
                .put("MaThamChieu", call.text("MaThamChieu"))
                .put("SoTien", payment.path("SoTien").asString())
                .put("UrlBienLai", "https://thanhtoan.example/bien-lai/" + call.text("MaThamChieu")));
    }

    private Reply pay(Envelope call) {
        String reference = call.text("MaThamChieu");
        String code = call.text("MaLoi");
        outcomes.put(reference, code);
        return said(confirm(started(reference), code));
    }

    private ObjectNode confirm(JsonNode payment, String code) {
        ObjectNode message = JSON.createObjectNode()
                .put("LoaiBanTin", "CONFIRM")
                .put("MaLoi", code)
                .put("MaDoiTac", payment.path("MaDoiTac").asString())
                .put("MaThamChieu", payment.path("MaThamChieu").asString())
                .put("SoTien", payment.path("SoTien").asString())
                .put("MaTienTe", "VND")
                .put(
                        "MaGiaoDich",
                        "gd-" + payment.path("MaThamChieu").asString().hashCode())
                .put("MaNganHang", "PAYMENT")
                .put("ThoiGianGD", payment.path("ThoiGianGD").asString())
                .put("ThongTinGiaoDich", payment.path("ThongTinGiaoDich").asString());
        return message.put("MaXacThuc", signature(message, CONFIRM));
    }

    private JsonNode started(String reference) {
        JsonNode payment = started.get(reference);
        if (payment == null) {
            throw new Refusal(ErrorCode.UNKNOWN_DOSSIER, "Giao dịch %s không tồn tại".formatted(reference));
        }
        return payment;
    }

    private void genuine(Envelope call, List<String> fields) {
        if (!signature(call.body(), fields).equals(call.text("MaXacThuc"))) {
            throw Refusal.badField("MaXacThuc", "không đúng");
        }
    }

    private String signature(JsonNode message, List<String> fields) {
        String text =
                fields.stream().map(field -> message.path(field).asString("")).collect(Collectors.joining("|"));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest((text + "|" + secret).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What it says stands as text in {@code message}. */
    private static Reply said(ObjectNode words) {
        return Reply.success(words.toString());
    }
}
