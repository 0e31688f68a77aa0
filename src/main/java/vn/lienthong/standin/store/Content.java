package vn.lienthong.standin.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Short hashes of what records say. */
final class Content {

    private static final Set<String> STEP_KEY = Set.of("MaHoSo", "TrangThai", "ThoiDiemXuLy");

    private Content() {}

    /** Everything a step says besides its dossier, status and time, whatever the order of its fields. */
    static long ofStep(JsonNode step) {
        var rest = new TreeMap<String, String>();
        step.properties().stream()
                .filter(field -> !STEP_KEY.contains(field.getKey()))
                .forEach(field -> rest.put(field.getKey(), field.getValue().asString("")));
        return of(rest.toString().getBytes(StandardCharsets.UTF_8));
    }

    static long of(byte[] bytes) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
