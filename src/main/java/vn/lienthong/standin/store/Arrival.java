package vn.lienthong.standin.store;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One record with its bytes, made before any lock is taken; {@code content} tells whether it says something new. */
record Arrival(String code, String status, String time, long content, byte[] json) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static Arrival of(Kind kind, JsonNode record) {
        return of(kind, record, JSON.writeValueAsBytes(record));
    }

    static Arrival of(Kind kind, JsonNode record, byte[] json) {
        String code = record.path("MaHoSo").asString("");
        return kind == Kind.STEP
                ? new Arrival(
                        code,
                        text(record, "TrangThai").intern(),
                        text(record, "ThoiDiemXuLy"),
                        Content.ofStep(record),
                        json)
                : new Arrival(code, text(record, "TrangThaiHoSo").intern(), "", Content.of(json), json);
    }

    StoredStep step(long arrival, Place place) {
        return new StoredStep(arrival, status, time, content, place);
    }

    private static String text(JsonNode record, String field) {
        return record.path(field).asString("");
    }
}
