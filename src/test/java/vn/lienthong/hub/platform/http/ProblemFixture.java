package vn.lienthong.hub.platform.http;

import tools.jackson.databind.json.JsonMapper;

/** Problem writers for tests. */
public final class ProblemFixture {

    private ProblemFixture() {}

    public static Problems problems() {
        return new Problems(JsonMapper.shared());
    }
}
