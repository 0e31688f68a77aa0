package vn.lienthong.hub.national.portal;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One call of the integration endpoint, before it knows its session.
 *
 * @param dossiers the MaHoSo of each record, or the one asked about
 */
public record Request(String service, @Nullable String updating, List<String> dossiers, List<byte[]> records) {

    public static final String LOOK_UP = "TraCuuHoSo";
    public static final String PUSH = "DongBoHoSoMC";
    public static final String PROGRESS = "CapNhatTienDoHoSoMC";

    private static final JsonMapper JSON = JsonMapper.shared();

    public static Request ask(String dossier) {
        return new Request(LOOK_UP, null, List.of(dossier), List.of());
    }

    public static Request create(List<String> dossiers, List<byte[]> records) {
        return new Request(PUSH, "False", dossiers, records);
    }

    public static Request update(List<String> dossiers, List<byte[]> records) {
        return new Request(PUSH, "True", dossiers, records);
    }

    public static Request progress(List<String> dossiers, List<byte[]> records) {
        return new Request(PROGRESS, null, dossiers, records);
    }

    /** The exact bytes of the call; parameters stand beside the session, as every known caller sends them. */
    public byte[] envelope(String session, Caller caller) {
        var body = JSON.createObjectNode()
                .put("session", session)
                .put("madonvi", caller.madonvi())
                .put("service", service);
        if (updating != null) {
            body.put("isUpdating", updating);
        }
        if (service.equals(LOOK_UP)) {
            return JSON.writeValueAsBytes(body.put("mahoso", dossiers.getFirst()));
        }
        return withRecords(JSON.writeValueAsBytes(body));
    }

    /** The records are bytes already: they are spliced in and not parsed again. */
    private byte[] withRecords(byte[] head) {
        var out = new ByteArrayOutputStream(
                head.length + 16 + records.stream().mapToInt(r -> r.length + 1).sum());
        out.write(head, 0, head.length - 1);
        out.writeBytes(",\"data\":[".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        for (int i = 0; i < records.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.writeBytes(records.get(i));
        }
        out.write(']');
        out.write('}');
        return out.toByteArray();
    }
}
