package vn.lienthong.hub.national;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.node.ObjectNode;

/** Signs as the payment platform does, written from the reference and not from the hub. */
final class PaymentSeals {

    private PaymentSeals() {}

    static ObjectNode confirm(ObjectNode message, String secret) {
        var text = new StringBuilder();
        for (var field : ("LoaiBanTin MaLoi MaDoiTac MaThamChieu SoTien MaTienTe MaGiaoDich MaNganHang ThoiGianGD"
                        + " ThongTinGiaoDich")
                .split(" ")) {
            text.append(message.path(field).asString("")).append('|');
        }
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest((text + secret).getBytes(StandardCharsets.UTF_8));
            return message.put("MaXacThuc", HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
