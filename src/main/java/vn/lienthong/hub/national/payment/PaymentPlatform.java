package vn.lienthong.hub.national.payment;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.national.portal.Exchange;
import vn.lienthong.hub.national.portal.Outgoing;
import vn.lienthong.hub.national.portal.Portal;
import vn.lienthong.hub.national.portal.ReplyReader;

/** The platform as the hub calls it; from virtual threads only. */
final class PaymentPlatform {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Portal platform;
    private final Supplier<PaymentRules> rules;
    private final Supplier<String> secret;
    private final Clock clock;

    PaymentPlatform(Portal platform, Supplier<PaymentRules> rules, Supplier<String> secret, Clock clock) {
        this.platform = platform;
        this.rules = rules;
        this.secret = secret;
        this.clock = clock;
    }

    /** What the applicant pays for. */
    record Receipt(String dossier, String procedure, String procedureName, String agencyCode, String agencyName) {}

    /** Either an address to pay at, or why there is none. */
    record Offer(Optional<String> url, String trouble) {}

    Offer init(Payment payment, Receipt receipt) {
        var now = rules.get();
        var message = JSON.createObjectNode()
                .put("LoaiBanTin", "INIT")
                .put("PhienBan", now.version())
                .put("MaDoiTac", now.partner())
                .put("MaThamChieu", payment.reference())
                .put("SoTien", Long.toString(payment.amount()))
                .put("LoaiHinhThanhToan", "PAY")
                .put("MaKenhThanhToan", "1")
                .put("MaThietBi", "1")
                .put("NgonNgu", "vi-VN")
                .put("MaTienTe", "VND")
                .put("MaNganHang", "PAYMENT")
                .put("ThongTinGiaoDich", "Thanh toan ho so " + receipt.dossier())
                .put("ThoiGianGD", PlatformTime.text(clock.instant()))
                .put("Ip", now.agencyIp());
        signed(message, Signature.INIT).set("ThongTinBienLai", details(payment, receipt));
        var exchange = send(now.paths().init(), message);
        var url = body(exchange)
                .filter(PaymentPlatform::succeeded)
                .map(PaymentPlatform::inner)
                .map(said -> said.path("UrlThanhToan").asString(""))
                .filter(address -> !address.isEmpty());
        return new Offer(url, url.isPresent() ? "" : trouble(exchange));
    }

    /** What is known of the fee; what is not is left out. */
    private ObjectNode details(Payment payment, Receipt receipt) {
        var details = JSON.createObjectNode()
                .put("MaDichVu", "2")
                .put("MaDVC", receipt.procedure() + rules.get().serviceSuffix())
                .put("MaTTHC", receipt.procedure())
                .put(
                        "TenTTHC",
                        receipt.procedureName()
                                .substring(
                                        0, Math.min(250, receipt.procedureName().length())))
                .put("MaDonVi", receipt.agencyCode())
                .put("TenDonVi", receipt.agencyName())
                .put("MaHoSo", receipt.dossier());
        details.putArray("DSKhoanNop")
                .addObject()
                .put("NoiDung", "Phí, lệ phí hồ sơ " + receipt.dossier())
                .put("SoTien", Long.toString(payment.amount()));
        return details;
    }

    /** What the platform says of a payment; empty when it says nothing that can be believed. */
    Optional<Confirmation> query(String reference) {
        var said = body(send(rules.get().paths().query(), question("QUERY", reference)))
                .map(PaymentPlatform::inner);
        return said.filter(answer -> Signature.genuine(answer, Signature.CONFIRM, secret.get()))
                .map(Confirmation::of)
                .filter(answer -> answer.reference().equals(reference));
    }

    /** The receipt of a payment, as the platform gives it. */
    Optional<JsonNode> bill(String reference) {
        return body(send(rules.get().paths().bill(), question("GET_BILL", reference)))
                .filter(PaymentPlatform::succeeded)
                .map(PaymentPlatform::inner);
    }

    private ObjectNode question(String kind, String reference) {
        var message = JSON.createObjectNode()
                .put("LoaiBanTin", kind)
                .put("PhienBan", rules.get().version())
                .put("MaDoiTac", rules.get().partner())
                .put("MaThamChieu", reference)
                .put("ThoiGianGD", PlatformTime.text(clock.instant()));
        return signed(message, Signature.QUESTION);
    }

    private ObjectNode signed(ObjectNode message, List<String> fields) {
        return message.put(Signature.FIELD, Signature.of(message, fields, secret.get()));
    }

    private Exchange send(String path, ObjectNode message) {
        var leaving = Outgoing.json(path, Map.of(), JSON.writeValueAsBytes(message));
        return platform.call(leaving, ReplyReader.ENVELOPE).join();
    }

    private static String trouble(Exchange exchange) {
        return exchange.reply()
                .map(reply -> "%d %s".formatted(reply.code(), reply.words()))
                .orElseGet(exchange::trouble);
    }

    private static Optional<JsonNode> body(Exchange exchange) {
        var body = exchange.body();
        if (body == null || exchange.reply().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(JSON.readTree(body));
    }

    private static boolean succeeded(JsonNode body) {
        return body.path("error_code").asString("").matches("0+");
    }

    /** What an answer says stands as text in its {@code message}. */
    private static JsonNode inner(JsonNode body) {
        try {
            var words = body.path("message").asString("");
            return words.startsWith("{") ? JSON.readTree(words) : body;
        } catch (JacksonException noDocument) {
            return body;
        }
    }
}
