package vn.lienthong.standin;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.standin.fault.Fault;
import vn.lienthong.standin.protocol.ErrorCode;
import vn.lienthong.standin.protocol.RecordRules;
import vn.lienthong.standin.protocol.Refusal;
import vn.lienthong.standin.protocol.Reply;
import vn.lienthong.standin.store.Arrivals;
import vn.lienthong.standin.store.Dossiers;
import vn.lienthong.standin.store.Kind;
import vn.lienthong.standin.store.Verdict;

/** The records of one call, judged as a whole or, by the switch, each for itself. */
final class BatchCall {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Dossiers dossiers;
    private final RecordRules rules;
    private final Kind kind;
    private final String unit;
    private final List<ObjectNode> records;
    private final UnaryOperator<ObjectNode> form;

    /** {@code form} is how a record is kept, whichever door it came by. */
    BatchCall(
            Dossiers dossiers,
            RecordRules rules,
            Kind kind,
            String unit,
            List<ObjectNode> records,
            UnaryOperator<ObjectNode> form) {
        this.dossiers = dossiers;
        this.rules = rules;
        this.kind = kind;
        this.unit = unit;
        this.records = records;
        this.form = form;
    }

    Reply answer(Fault fault) {
        return switch (fault.mode()) {
            case WHOLE_CALL_FAILURE -> throw Refusal.systemFailure();
            case PER_RECORD -> eachForItself(fault.refuseEvery());
            case WRONG_RECORD -> misnamed(eachForItself(0));
            case SILENT_PARTIAL -> asWhole(everySecond());
            case SILENT_LOSS -> asWhole(List.of());
            case DUPLICATE_DELIVERY -> {
                asWhole(records);
                yield asWhole(records);
            }
            default -> asWhole(records);
        };
    }

    private Reply asWhole(List<ObjectNode> wanted) {
        wanted.forEach(rules::check);
        List<Verdict> verdicts = dossiers.accept(arrivals(wanted, true));
        for (int i = 0; i < verdicts.size(); i++) {
            Refusal refusal = refusal(verdicts.get(i), wanted.get(i));
            if (refusal != null) {
                throw refusal;
            }
        }
        return Reply.success(kind == Kind.STEP ? "Cập nhật tiến độ thành công" : "Đồng bộ hồ sơ thành công");
    }

    private Arrivals arrivals(List<ObjectNode> wanted, boolean whole) {
        return new Arrivals(kind, unit, wanted.stream().map(form).toList(), whole);
    }

    private List<ObjectNode> everySecond() {
        return IntStream.range(0, records.size())
                .filter(i -> i % 2 == 0)
                .mapToObj(records::get)
                .toList();
    }

    private Reply eachForItself(int refuseEvery) {
        List<@Nullable Refusal> refusals = new ArrayList<>();
        List<ObjectNode> sound = new ArrayList<>();
        for (ObjectNode record : records) {
            Refusal refusal = unsound(record, refusals.size() + 1, refuseEvery);
            refusals.add(refusal);
            if (refusal == null) {
                sound.add(record);
            }
        }
        return entries(refusals, dossiers.accept(arrivals(sound, false)).iterator());
    }

    private static Reply misnamed(Reply reply) {
        return Reply.rows(DossierJson.misnamed(Objects.requireNonNull(reply.result())));
    }

    private @Nullable Refusal unsound(ObjectNode record, int number, int refuseEvery) {
        if (refuseEvery > 0 && number % refuseEvery == 0) {
            return Refusal.badField("MaHoSo", "bị từ chối theo công tắc");
        }
        try {
            rules.check(record);
            return null;
        } catch (Refusal refusal) {
            return refusal;
        }
    }

    private Reply entries(List<@Nullable Refusal> refusals, Iterator<Verdict> verdicts) {
        List<ObjectNode> entries = new ArrayList<>();
        int accepted = 0;
        for (int i = 0; i < records.size(); i++) {
            Refusal early = refusals.get(i);
            Refusal refusal = early != null ? early : refusal(verdicts.next(), records.get(i));
            accepted += refusal == null ? 1 : 0;
            entries.add(entry(code(records.get(i)), refusal));
        }
        ErrorCode code = accepted > 0 ? ErrorCode.SUCCESS : ErrorCode.BAD_FIELD;
        return new Reply(code, "Thành công %d/%d bản ghi".formatted(accepted, records.size()), entries, null);
    }

    private static ObjectNode entry(String dossier, @Nullable Refusal refusal) {
        return JSON.createObjectNode()
                .put("MaHoSo", dossier)
                .put(
                        "error_code",
                        refusal == null
                                ? ErrorCode.SUCCESS.wire()
                                : refusal.code().wire())
                .put("message", refusal == null ? "Thành công" : refusal.sentence());
    }

    private static @Nullable Refusal refusal(Verdict verdict, ObjectNode record) {
        return switch (verdict) {
            case STORED, REPEATED -> null;
            case EXISTS -> Refusal.alreadyExists(code(record));
            case UNKNOWN -> Refusal.unknownDossier(code(record));
        };
    }

    private static String code(ObjectNode record) {
        return record.path("MaHoSo").asString("");
    }
}
