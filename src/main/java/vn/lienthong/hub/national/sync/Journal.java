package vn.lienthong.hub.national.sync;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import vn.lienthong.hub.dossier.Neighbour;
import vn.lienthong.hub.dossier.OutwardEvent;
import vn.lienthong.hub.national.portal.Judgement;
import vn.lienthong.hub.national.portal.LogIn;
import vn.lienthong.hub.national.portal.Outgoing;
import vn.lienthong.hub.national.portal.Reply;
import vn.lienthong.hub.national.portal.Verdict;
import vn.lienthong.hub.national.sync.Call.Part;
import vn.lienthong.hub.platform.trace.Traces;
import vn.lienthong.trust.Seal;

/** Keeps every call: its exact bytes before it is made, what came back after. */
final class Journal {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_WORDS = 300;

    private final JdbcTemplate jdbc;
    private final Seal seal;
    private final Neighbour neighbour;
    private final Traces traces;

    Journal(JdbcTemplate jdbc, Seal seal, Neighbour neighbour, Traces traces) {
        this.traces = traces;
        this.jdbc = jdbc;
        this.seal = seal;
        this.neighbour = neighbour;
    }

    void open(List<Sent> calls) {
        jdbc.batchUpdate(
                """
                insert into hub.calls (id, started_at, neighbour, environment, service, request)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing""",
                calls.stream()
                        .map(sent -> new Object[] {
                            sent.call().id(),
                            sent.startedAt(),
                            neighbour.name(),
                            neighbour.environment(),
                            sent.call().way().dialect().service(sent.call().request()),
                            seal.seal(sent.leaving().kept().get())
                        })
                        .toList());
        jdbc.update("""
                insert into hub.attempts (dossier_id, call_id, started_at, neighbour, step, seqs, correlation_id)
                select * from jsonb_to_recordset(cast(? as jsonb)) as a(
                  dossier_id uuid, call_id uuid, started_at timestamptz, neighbour text, step text, seqs int[],
                  correlation_id text)""", JSON.writeValueAsString(attempts(calls)));
    }

    /** A call as it leaves, under the token it bears. */
    record Sent(Call call, OffsetDateTime startedAt, Outgoing leaving, String token) {}

    void close(List<Sent> calls, List<Answer> answers) {
        var rows = new java.util.ArrayList<Object[]>();
        var attempts = new java.util.ArrayList<Object[]>();
        for (int i = 0; i < calls.size(); i++) {
            rows.add(outcome(calls.get(i), answers.get(i)));
            verdicts(attempts, calls.get(i), answers.get(i));
        }
        jdbc.batchUpdate("""
                update hub.calls set ended_at = ?, response = ?, http_status = ?, error_code = ?, verdict = ?
                where id = ? and started_at = ?""", rows);
        // Row by row: a join with the whole set would be planned for an empty month and read the full one.
        jdbc.batchUpdate("""
                update hub.attempts set verdict = ?, words = ?
                where dossier_id = ? and started_at = ? and call_id = ?""", attempts);
        if (traces.on()) {
            for (int i = 0; i < calls.size(); i++) {
                tell(calls.get(i), answers.get(i));
            }
        }
    }

    /** A call speaks for many dossiers: each of their traces gets it. */
    private void tell(Sent sent, Answer answer) {
        for (Part part : sent.call().parts()) {
            @Nullable String correlationId = correlationId(part);
            Judgement judged = answer.deciding(part);
            if (correlationId != null) {
                traces.tell(
                        new Traces.Done(
                                neighbour.name() + " "
                                        + sent.call()
                                                .way()
                                                .dialect()
                                                .service(sent.call().request()),
                                Traces.Kind.CLIENT,
                                correlationId,
                                sent.call().id() + part.errand().there().code(),
                                sent.startedAt().toInstant(),
                                Map.of(
                                        "lienthong.dossier",
                                                part.errand().there().code(),
                                        "lienthong.call", sent.call().id().toString(),
                                        "lienthong.verdict", judged.verdict().name()),
                                judged.acked() ? null : judged.verdict().name()),
                        answer.at());
            }
        }
    }

    /** A log-in speaks of no dossier; its bytes come without password and session. */
    void keep(LogIn login, Instant ended) {
        var exchange = login.exchange();
        var code = exchange.reply().map(Reply::code);
        var verdict = code.map(number -> number == 0 ? Verdict.ACKED : Verdict.REFUSED)
                .orElse(exchange.left() ? Verdict.UNKNOWN : Verdict.NOT_SENT);
        jdbc.update(
                """
                insert into hub.calls (id, started_at, ended_at, neighbour, environment, service, request, response,
                  http_status, error_code, verdict)
                values (gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                OffsetDateTime.ofInstant(ended.minus(login.took()), ZoneOffset.UTC),
                OffsetDateTime.ofInstant(ended, ZoneOffset.UTC),
                neighbour.name(),
                neighbour.environment(),
                LogIn.SERVICE,
                seal.seal(login.request()),
                sealed(exchange.body()),
                exchange.httpStatus(),
                code.map(String::valueOf).orElse(null),
                verdict.name());
    }

    private ArrayNode attempts(List<Sent> calls) {
        var rows = JSON.createArrayNode();
        for (var sent : calls) {
            for (var part : sent.call().parts()) {
                var row = rows.addObject()
                        .put("dossier_id", part.errand().claim().dossierId().toString())
                        .put("call_id", sent.call().id().toString())
                        .put("started_at", sent.startedAt().toString())
                        .put("neighbour", neighbour.name())
                        .put("correlation_id", correlationId(part))
                        .put("step", part.move().getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT));
                seqs(part).forEach(seqs -> seqs.forEach(row.putArray("seqs")::add));
            }
        }
        return rows;
    }

    /** The events that a move tells of, where it tells of some. */
    private static Stream<List<Integer>> seqs(Part part) {
        return switch (part.move()) {
            case Move.Progress progress -> Stream.of(progress.seqs());
            case Move.Status status -> Stream.of(status.seqs());
            default -> Stream.empty();
        };
    }

    /** Of the push behind the newest status that this call tells of. */
    private static @Nullable String correlationId(Part part) {
        var newest = seqs(part)
                .map(seqs -> seqs.stream().mapToInt(seq -> seq).max().orElse(0))
                .findFirst()
                .orElse(part.errand().claim().lastSeq());
        return part.errand().dossier().events().stream()
                .filter(event -> event.seq() <= newest)
                .max(Comparator.comparingInt(OutwardEvent::seq))
                .map(OutwardEvent::correlationId)
                .orElse(null);
    }

    private Object[] outcome(Sent sent, Answer answer) {
        var exchange = answer.exchange();
        var code = exchange.reply().map(reply -> Integer.toString(reply.code())).orElse(null);
        return new Object[] {
            OffsetDateTime.ofInstant(answer.at(), ZoneOffset.UTC),
            sealed(exchange.body()),
            exchange.httpStatus(),
            code,
            verdict(answer),
            sent.call().id(),
            sent.startedAt()
        };
    }

    private byte @Nullable [] sealed(byte @Nullable [] body) {
        return body == null ? null : seal.seal(body);
    }

    /** One word for the call: the verdict all its records share, else MIXED. */
    static String verdict(Answer answer) {
        var verdicts =
                answer.judgements().stream().map(Judgement::verdict).distinct().toList();
        return verdicts.size() == 1 ? verdicts.getFirst().name() : "MIXED";
    }

    private static void verdicts(List<Object[]> rows, Sent sent, Answer answer) {
        for (Part part : sent.call().parts()) {
            var judgement = answer.deciding(part);
            rows.add(new Object[] {
                judgement.verdict().name(),
                cut(judgement.words()),
                part.errand().claim().dossierId(),
                sent.startedAt(),
                sent.call().id()
            });
        }
    }

    private static String cut(String words) {
        return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS);
    }
}
