package vn.lienthong.standin.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** One progress step as it arrived; {@code arrival} counts all stored records of the stand-in. */
public record StoredStep(long arrival, String status, String time, String content, byte[] json) {

    private static final Set<String> KEY = Set.of("MaHoSo", "TrangThai", "ThoiDiemXuLy");

    static StoredStep of(JsonNode step, byte[] json) {
        String status = step.path("TrangThai").asString("");
        return new StoredStep(0, status, step.path("ThoiDiemXuLy").asString(""), hash(step), json);
    }

    StoredStep arrivedAs(long number) {
        return new StoredStep(number, status, time, content, json);
    }

    /** The natural key within a dossier. */
    String key() {
        return moment() + "|" + content;
    }

    /** Status and time: two steps that share them but not their content contradict each other. */
    String moment() {
        return status + "|" + time;
    }

    private static String hash(JsonNode step) {
        var rest = new TreeMap<String, String>();
        step.properties().stream()
                .filter(field -> !KEY.contains(field.getKey()))
                .forEach(field -> rest.put(field.getKey(), field.getValue().asString("")));
        byte[] digest = sha256().digest(rest.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, 8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
