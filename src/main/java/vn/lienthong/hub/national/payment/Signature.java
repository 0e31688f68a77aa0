package vn.lienthong.hub.national.payment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.platform.content.Sha256;

/** {@code MaXacThuc}: the SHA-256 of a message's fields and the shared secret, joined by {@code |}. */
final class Signature {

    static final String FIELD = "MaXacThuc";

    static final List<String> INIT = List.of(
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

    static final List<String> CONFIRM = List.of(
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

    /** Of QUERY and GET_BILL. */
    static final List<String> QUESTION = List.of("LoaiBanTin", "PhienBan", "MaDoiTac", "MaThamChieu", "ThoiGianGD");

    /** Of our answer to a confirmation; its order is not published (assumed: as the fields are listed). */
    static final List<String> ACK = List.of("MaLoi", "MoTaLoi", "MaDoiTac", "ThoiGianGD");

    private Signature() {}

    static String of(JsonNode message, List<String> fields, String secret) {
        String text =
                fields.stream().map(field -> message.path(field).asString("")).collect(Collectors.joining("|"));
        return HexFormat.of().formatHex(Sha256.of((text + "|" + secret).getBytes(StandardCharsets.UTF_8)));
    }

    /** Takes the same time whether and where it differs; without a secret nothing is genuine. */
    static boolean genuine(JsonNode message, List<String> fields, String secret) {
        byte[] given = message.path(FIELD).asString("").getBytes(StandardCharsets.UTF_8);
        byte[] right = of(message, fields, secret).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, right) && !secret.isEmpty();
    }
}
