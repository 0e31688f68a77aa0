package vn.lienthong.hub.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;

@ExtendWith(OneHub.class)
class StatusChangesEndpointTest {

    private static final String FEED = "/api/v1/status-changes";

    private final RunningHub hub;
    private final HubClient portal;

    StatusChangesEndpointTest(RunningHub hub) {
        this.hub = hub;
        this.portal = hub.as("national-portal");
    }

    @Test
    void givesEveryChangeOnceToAReaderThatFollowsWhileOthersWrite() throws Exception {
        String from = readToTheEnd(null, new ArrayList<>());
        List<String> codes = IntStream.rangeClosed(6201, 6240)
                .mapToObj(n -> "000.00.15.H52-260824-" + n)
                .toList();
        List<String> seen = new ArrayList<>();
        String cursor = from;
        try (var offices = Executors.newVirtualThreadPerTaskExecutor()) {
            var pushing = codes.stream()
                    .map(code -> offices.submit(
                            () -> hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.accepted(code))))
                    .toList();
            while (!pushing.stream().allMatch(push -> push.isDone())) {
                cursor = readToTheEnd(cursor, seen);
            }
            for (var push : pushing) {
                push.get();
            }
        }
        readToTheEnd(cursor, seen);

        assertThat(seen).containsExactlyInAnyOrderElementsOf(codes);
        List<String> again = new ArrayList<>();
        readToTheEnd(from, again);
        assertThat(again).containsExactlyElementsOf(seen);
    }

    @Test
    void tellsTheNationalStatusAndWhereTheDossierStands() {
        String cursor = readToTheEnd(null, new ArrayList<>());
        String code = "000.00.15.H52-260824-6241";
        hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.accepted(code));
        hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.processing(code));

        JsonNode first = portal.gets(FEED + "?since=" + cursor)
                .is(200)
                .json()
                .path("changes")
                .path(0);

        assertThat(first.path("code").asString()).isEqualTo(code);
        assertThat(first.path("status").asInt()).isEqualTo(2);
        assertThat(first.path("currentStatus").asInt()).isEqualTo(4);
        assertThat(first.path("at").asString()).isEqualTo("2026-08-24T09:15:00+07:00");
    }

    @ParameterizedTest
    @CsvSource({
        "since=not-a-cursor, bad-cursor, since, foreign-cursor",
        "since=, bad-cursor, since, foreign-cursor",
        "limit=0, bad-limit, limit, out-of-range",
        "limit=1001, bad-limit, limit, out-of-range"
    })
    void namesFieldRuleAndRemedyOfABadQuestion(String query, String problem, String field, String rule) {
        HubClient.Answer answer = portal.gets(FEED + "?" + query).is(400);

        JsonNode error = answer.json().path("errors").path(0);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(error.path("field").asString()).isEqualTo(field);
        assertThat(error.path("rule").asString()).isEqualTo(rule);
        assertThat(error.path("sentence").asString()).contains(field);
        assertThat(error.path("remedy").asString()).contains(field);
    }

    @Test
    void isThePortalsAlone() {
        hub.anonymous().gets(FEED).is(401);
        hub.as("unified-portal").gets(FEED).is(403);
        hub.as(LandSystem.ID).gets(FEED).is(403);
    }

    private String readToTheEnd(@Nullable String since, List<String> codes) {
        @Nullable String cursor = since;
        JsonNode page;
        do {
            page = answered(FEED + "?limit=7" + (cursor == null ? "" : "&since=" + cursor));
            page.path("changes").forEach(change -> codes.add(change.path("code").asString()));
            cursor = page.path("next").asString();
        } while (page.path("more").asBoolean());
        return cursor;
    }

    /** As a portal does it: a hub that is out of breath is asked again. */
    private JsonNode answered(String question) {
        return await().until(() -> portal.gets(question), answer -> answer.status() != 503)
                .is(200)
                .json();
    }
}
