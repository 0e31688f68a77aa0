package vn.lienthong.hub.national.payment;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a CONFIRM message, or the answer to a question, says of a payment. */
record Confirmation(
        String code,
        String partner,
        String reference,
        Optional<Long> amount,
        String transaction,
        String bank,
        String time) {

    /** Paid; every other code means that it was not. */
    private static final String PAID = "00";

    static Confirmation of(JsonNode message) {
        return new Confirmation(
                text(message, "MaLoi"),
                text(message, "MaDoiTac"),
                text(message, "MaThamChieu"),
                amount(text(message, "SoTien")),
                text(message, "MaGiaoDich"),
                text(message, "MaNganHang"),
                text(message, "ThoiGianGD"));
    }

    boolean paid() {
        return code.equals(PAID);
    }

    private static Optional<Long> amount(String text) {
        return text.matches("\\d{1,15}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    private static String text(JsonNode message, String field) {
        return message.path(field).asString("");
    }
}
