package vn.lienthong.standin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.standin.protocol.Envelope;
import vn.lienthong.standin.protocol.Reply;

/** The portal's catalogues, read from {@code __files} at each call so that an edit shows at once. */
final class Catalogue {

    static final Set<String> SERVICES =
            Set.of("LayDanhMucCoQuan", "LayDanhMucLinhVuc", "LayDanhSachTTHC", "LayThuTuc", "TraCuuTechID");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path files;

    Catalogue(Path files) {
        this.files = files;
    }

    Reply answer(Envelope call) {
        return Reply.rows(
                switch (call.service()) {
                    case "LayDanhMucCoQuan" -> rows("agencies.json");
                    case "LayDanhMucLinhVuc" -> rows("domains.json");
                    case "LayDanhSachTTHC" -> procedureList();
                    case "LayThuTuc" -> matching("procedures.json", "MATTHC", call.text("maTTHC"));
                    default -> technicalIds(call.text("mstorcmnd"));
                });
    }

    private List<ObjectNode> procedureList() {
        return rows("procedures.json").stream()
                .map(procedure -> procedure.retain(List.of("ID", "MATTHC", "TENTTHC", "LOAITTHC", "TRANGTHAI")))
                .toList();
    }

    private List<ObjectNode> technicalIds(String taxOrPersonalId) {
        return matching("technical-ids.json", "mstorcmnd", taxOrPersonalId).stream()
                .map(row -> row.retain(List.of("TECHNICALID")))
                .toList();
    }

    private List<ObjectNode> matching(String file, String field, String wanted) {
        return rows(file).stream()
                .filter(row -> row.path(field).asString("").equals(wanted))
                .toList();
    }

    private List<ObjectNode> rows(String file) {
        Path path = files.resolve(file);
        if (Files.notExists(path)) {
            return List.of();
        }
        JsonNode rows = JSON.readTree(path.toFile());
        return rows.valueStream().map(ObjectNode.class::cast).toList();
    }
}
