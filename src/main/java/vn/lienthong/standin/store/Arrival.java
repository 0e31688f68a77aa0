package vn.lienthong.standin.store;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One record with its bytes and its step, made before any lock is taken. */
record Arrival(String code, String status, byte[] json, StoredStep step) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final StoredStep NO_STEP = new StoredStep(0, "", "", "", new byte[0]);

    static Arrival of(Kind kind, JsonNode record) {
        byte[] json = JSON.writeValueAsBytes(record);
        StoredStep step = kind == Kind.STEP ? StoredStep.of(record, json) : NO_STEP;
        String status = record.path("TrangThaiHoSo").asString("");
        return new Arrival(record.path("MaHoSo").asString(""), status, json, step);
    }

    String stepKey() {
        return code + "|" + step.key();
    }
}
