package vn.lienthong.hub.national.portal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One call, before it knows its session and by which door it goes.
 *
 * @param dossiers the MaHoSo of each record, or the one asked about
 */
public record Request(Kind kind, List<String> dossiers, List<byte[]> records) {

    public static final String LOOK_UP = "TraCuuHoSo";
    public static final String PUSH = "DongBoHoSoMC";
    public static final String PROGRESS = "CapNhatTienDoHoSoMC";

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What a call is for; the last three only where the portal numbers dossiers. */
    public enum Kind {
        ASK(LOOK_UP),
        CREATE(PUSH),
        UPDATE(PUSH),
        PROGRESS(Request.PROGRESS),
        NUMBER("GetNextValue"),
        UPLOAD("TaiTep"),
        STATUS("CapNhatTrangThai");

        private final String service;

        Kind(String service) {
            this.service = service;
        }
    }

    public static Request ask(String dossier) {
        return new Request(Kind.ASK, List.of(dossier), List.of());
    }

    public static Request create(List<String> dossiers, List<byte[]> records) {
        return new Request(Kind.CREATE, dossiers, records);
    }

    public static Request update(List<String> dossiers, List<byte[]> records) {
        return new Request(Kind.UPDATE, dossiers, records);
    }

    public static Request progress(List<String> dossiers, List<byte[]> records) {
        return new Request(Kind.PROGRESS, dossiers, records);
    }

    /** What the adapter calls the service. */
    public String service() {
        return kind.service;
    }

    @Nullable
    String updating() {
        return switch (kind) {
            case CREATE -> "False";
            case UPDATE -> "True";
            default -> null;
        };
    }

    /** The exact bytes of the call; parameters stand beside the session, as every known caller sends them. */
    public byte[] envelope(String session, Caller caller) {
        var body = JSON.createObjectNode()
                .put("session", session)
                .put("madonvi", caller.madonvi())
                .put("service", service());
        if (updating() != null) {
            body.put("isUpdating", updating());
        }
        if (kind == Kind.ASK) {
            return JSON.writeValueAsBytes(body.put("mahoso", dossiers.getFirst()));
        }
        return withRecords(JSON.writeValueAsBytes(body));
    }

    private byte[] withRecords(byte[] head) {
        var out = new ByteArrayOutputStream(head.length + 16 + length());
        out.write(head, 0, head.length - 1);
        out.writeBytes(",\"data\":".getBytes(StandardCharsets.US_ASCII));
        writeArray(out);
        out.write('}');
        return out.toByteArray();
    }

    /** The records alone, as a relay takes them. */
    byte[] array() {
        var out = new ByteArrayOutputStream(length() + 2);
        writeArray(out);
        return out.toByteArray();
    }

    private int length() {
        return records.stream().mapToInt(record -> record.length + 1).sum();
    }

    /** The records are bytes already: they are spliced in and not parsed again. */
    private void writeArray(ByteArrayOutputStream out) {
        out.write('[');
        for (int i = 0; i < records.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.writeBytes(records.get(i));
        }
        out.write(']');
    }
}
