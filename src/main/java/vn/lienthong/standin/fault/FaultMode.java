package vn.lienthong.standin.fault;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** The ways the stand-in can misbehave; those that never reach the portal leave its state alone. */
public enum FaultMode {
    /** Behaves. */
    NONE(Scope.EVERY_CALL, true),
    /** Does the work, answers late. */
    SLOW(Scope.EVERY_CALL, true),
    /** HTTP 502 before the portal. */
    BAD_GATEWAY(Scope.EVERY_CALL, false),
    /** HTTP 200 with a page instead of JSON. */
    HTML(Scope.EVERY_CALL, false),
    /** HTTP 200 without a body. */
    EMPTY(Scope.EVERY_CALL, false),
    /** The connection is reset. */
    DOWN(Scope.EVERY_CALL, false),
    /** {@code error_code} as a JSON number. */
    NUMERIC_CODE(Scope.EVERY_CALL, true),
    /** Success as {@code "00"}, as older portals said it. */
    DOUBLE_ZERO_CODE(Scope.EVERY_CALL, true),
    /** Success whose sentence does not contain "thành công". */
    MESSAGE_WITHOUT_SUCCESS(Scope.EVERY_CALL, true),
    /** The answer as JSON text inside {@code message}, as a relay does. */
    DOUBLE_ENCODED(Scope.AFTER_LOGIN, true),
    /** The session is refused although it is valid. */
    SESSION_INVALID(Scope.AFTER_LOGIN, true),
    /** One failure code for the call, nothing stored. */
    WHOLE_CALL_FAILURE(Scope.BATCHES, true),
    /** Each record judged for itself, entries in {@code result}. */
    PER_RECORD(Scope.BATCHES, true),
    /** Every second record of a call is dropped, the code still says success. */
    SILENT_PARTIAL(Scope.BATCHES, true),
    /** Every record of a call is dropped, the code still says success. */
    SILENT_LOSS(Scope.BATCHES, true),
    /** The call is worked twice, the caller sees the second answer. */
    DUPLICATE_DELIVERY(Scope.BATCHES, true),
    /** The work is done, the answer speaks of another dossier than the one that was sent or asked about. */
    WRONG_RECORD(Scope.AFTER_LOGIN, true),
    /** The records are stored, the caller gets HTTP 502. */
    ACCEPT_THEN_FAIL(Scope.BATCHES, true);

    private enum Scope {
        EVERY_CALL,
        AFTER_LOGIN,
        BATCHES
    }

    private static final String LOGIN = "login";
    private static final Set<String> BATCH_SERVICES =
            Set.of("DongBoHoSoMC", "CapNhatTienDoHoSoMC", "NoiHoSo", "CapNhatTienTrinh", "CapNhatTrangThai");

    private final Scope scope;
    private final boolean reachesPortal;

    FaultMode(Scope scope, boolean reachesPortal) {
        this.scope = scope;
        this.reachesPortal = reachesPortal;
    }

    public boolean reachesPortal() {
        return reachesPortal;
    }

    boolean concerns(String service) {
        return switch (scope) {
            case EVERY_CALL -> true;
            case AFTER_LOGIN -> !service.equals(LOGIN);
            case BATCHES -> BATCH_SERVICES.contains(service);
        };
    }

    @JsonValue
    String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static FaultMode of(String wire) {
        return Arrays.stream(values())
                .filter(mode -> mode.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown fault mode " + wire));
    }
}
